package org.switchlab.experiment;

import java.util.List;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;

/**
 * Fig. 12: instruction counts of the same work, repetition by repetition, at both levels.
 *
 * <p>Varies nothing between repetitions. Reads: how much the counts differ all the same, and which
 * level executes more.
 */
public final class InstructionCounts {

  /** As data. */
  public static final Experiment<Counts> EXPERIMENT =
      CounterExperiments.ofSpread(
          "instruction-counts",
          "Instruction counts of the same work from repetition to repetition",
          "Fig. 12: how instruction counts vary, at kernel and at user level",
          CountedFigure.of(
                  12, CounterEvent.INSTRUCTIONS, Level.KERNEL, List.of(8L), "CS-17", "CS-18")
              .comparedWith(Level.USER));

  private InstructionCounts() {}

  /** Begins to set one up. */
  public static CounterSetup open() {
    return CounterSetup.of(EXPERIMENT);
  }
}
