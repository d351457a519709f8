package org.switchlab.experiment;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;

/** The experiments behind the counter figures of the paper, each about one kind of event. */
public final class CounterFigures {

  /**
   * Fig. 4: L1d and dTLB misses per 1000 instructions without and with switches, stride 8 B.
   *
   * <p>Reads: whether the two peaks of the cost (Fig. 3) stand where a miss rate with switches
   * exceeds the one without.
   */
  public static final Experiment<Counts> MISS_RATES =
      CounterExperiments.of(
          "miss-rates",
          "L1d and dTLB misses per 1000 instructions by array size, stride 8 B",
          "Fig. 4: L1d and dTLB misses per 1000 instructions, stride 8 B",
          CountedFigure.rates(
              "", List.of(CounterEvent.L1D_MISSES, CounterEvent.DTLB_MISSES), "CS-7", "CS-8"));

  /**
   * Figs. 6 and 7: L1 instruction cache misses without and with switches, by array size.
   *
   * <p>Varies the array, which is data: what it does to instructions it does through a cache that
   * holds both. Reads: how many instruction lines a switch has to fetch again, at kernel level and
   * at user level.
   */
  public static final Experiment<Counts> L1I_MISSES =
      CounterExperiments.of(
          "l1i-misses",
          "L1 instruction cache misses by array size",
          "Figs. 6, 7: L1i misses without and with switches, by array size",
          CountedFigure.of(6, CounterEvent.L1I_MISSES, Level.KERNEL, List.of(8L, 64L), "CS-11"),
          CountedFigure.of(7, CounterEvent.L1I_MISSES, Level.USER, List.of(8L), "CS-12")
              .comparedWith(Level.KERNEL));

  /**
   * Figs. 8 and 9: L1 data cache misses without and with switches, by array size and stride.
   *
   * <p>Reads: where misses begin, once with one array and once with two, and how many more there
   * are when each element touched lies in another line. As {@code fig4a} the same per 1000
   * instructions.
   */
  public static final Experiment<Counts> L1D_MISSES =
      CounterExperiments.of(
          "l1d-misses",
          "L1 data cache misses by array size and stride",
          "Figs. 8, 9: L1d misses without and with switches, by array size and stride",
          CountedFigure.of(
              8, CounterEvent.L1D_MISSES, Level.KERNEL, List.of(8L, 64L), "CS-7", "CS-13", "CS-14"),
          CountedFigure.of(
              9, CounterEvent.L1D_MISSES, Level.USER, List.of(8L, 64L), "CS-13", "CS-14"),
          CountedFigure.rates("a", List.of(CounterEvent.L1D_MISSES), "CS-7"));

  /**
   * Figs. 10 and 11: data TLB misses without and with switches, by array size and stride.
   *
   * <p>Reads: what it costs in translations that two processes have an address space each, where
   * two threads share one. As {@code fig4b} the same per 1000 instructions.
   */
  public static final Experiment<Counts> DTLB_MISSES =
      CounterExperiments.of(
          "dtlb-misses",
          "Data TLB misses by array size and stride",
          "Figs. 10, 11: dTLB misses without and with switches, by array size and stride",
          CountedFigure.of(
              10, CounterEvent.DTLB_MISSES, Level.KERNEL, List.of(8L, 64L, 256L), "CS-8", "CS-15"),
          CountedFigure.of(11, CounterEvent.DTLB_MISSES, Level.USER, List.of(8L, 64L), "CS-16"),
          CountedFigure.rates("b", List.of(CounterEvent.DTLB_MISSES), "CS-8"));

  /**
   * Fig. 12: instruction counts of the same work, repetition by repetition, at both levels.
   *
   * <p>Varies nothing between repetitions. Reads: how much the counts differ all the same, and
   * which level executes more.
   */
  public static final Experiment<Counts> INSTRUCTIONS =
      CounterExperiments.ofSpread(
          "instruction-counts",
          "Instruction counts of the same work from repetition to repetition",
          "Fig. 12: how instruction counts vary, at kernel and at user level",
          CountedFigure.of(
                  12, CounterEvent.INSTRUCTIONS, Level.KERNEL, List.of(8L), "CS-17", "CS-18")
              .comparedWith(Level.USER));

  private CounterFigures() {}
}
