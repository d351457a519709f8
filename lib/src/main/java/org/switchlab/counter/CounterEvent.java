package org.switchlab.counter;

import java.util.List;
import org.switchlab.unit.Named;

/** What the paper's figures count, whatever a processor calls it. */
public enum CounterEvent {
  /** Instructions retired. */
  INSTRUCTIONS("instructions", "instructions"),
  /** Lines the L1 instruction cache did not hold when they were fetched. */
  L1I_MISSES("l1i-misses", "L1i misses"),
  /** Loads and stores that looked into the L1 data cache. */
  L1D_ACCESSES("l1d-accesses", "L1d accesses"),
  /** Loads and stores whose line the L1 data cache did not hold. */
  L1D_MISSES("l1d-misses", "L1d misses"),
  /** Accesses, of data or code, whose line L2 did not hold. */
  L2_MISSES("l2-misses", "L2 misses"),
  /** Accesses, of data or code, whose line the last-level cache did not hold. */
  L3_MISSES("l3-misses", "L3 misses"),
  /** Loads and stores whose page the first-level data TLB did not hold. */
  DTLB_MISSES("dtlb-misses", "dTLB misses"),
  /** Accesses whose page no TLB held, so that the page table was walked. */
  STLB_MISSES("stlb-misses", "L2 TLB misses"),
  /** Core cycles; no emulator here counts them. */
  CYCLES("cycles", "cycles"),
  /** Times a task was switched out, as the kernel counts them: an event of the kernel alone. */
  CONTEXT_SWITCHES("context-switches", "context switches"),
  /** Page faults, served from memory or from a disk. */
  PAGE_FAULTS("page-faults", "page faults"),
  /** Branch instructions retired: conditional ones, jumps, calls and returns. */
  BRANCHES("branches", "branches"),
  /** Branches whose direction or target was predicted wrong. */
  BRANCH_MISSES("branch-misses", "branch misses");

  private final String word;
  private final String title;

  CounterEvent(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** As written in tables and on the command line. */
  public String word() {
    return word;
  }

  /** As people write it: {@code L1d misses}. */
  public String title() {
    return title;
  }

  /**
   * The event written {@code word}.
   *
   * @throws IllegalArgumentException listing the events there are
   */
  public static CounterEvent of(String word) {
    return Named.find("event", List.of(values()), CounterEvent::word, word);
  }
}
