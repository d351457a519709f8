package org.switchlab.view;

import org.switchlab.counter.CounterEvent;

/** Events as people write them. */
public final class EventNames {

  private EventNames() {}

  /** For instance {@code L1d misses}. */
  public static String of(CounterEvent event) {
    return switch (event) {
      case INSTRUCTIONS -> "instructions";
      case L1I_MISSES -> "L1i misses";
      case L1D_ACCESSES -> "L1d accesses";
      case L1D_MISSES -> "L1d misses";
      case L2_MISSES -> "L2 misses";
      case L3_MISSES -> "L3 misses";
      case DTLB_MISSES -> "dTLB misses";
      case STLB_MISSES -> "L2 TLB misses";
      case CYCLES -> "cycles";
      case CONTEXT_SWITCHES -> "context switches";
      case PAGE_FAULTS -> "page faults";
    };
  }
}
