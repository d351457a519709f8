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

  private static final List<CountedFigure> FIGURES =
      List.of(
          CountedFigure.of(
                  12, CounterEvent.INSTRUCTIONS, Level.KERNEL, List.of(8L), "CS-17", "CS-18")
              .comparedWith(Level.USER));

  private static final Definition DEFINITION =
      new Definition(
          "instruction-counts",
          List.of("fig12"),
          "Instruction counts of the same work from repetition to repetition",
          "Fig. 12",
          "Fig. 12: how instruction counts vary, at kernel and at user level",
          List.of("CS-17", "CS-18"));

  static final Entry ENTRY = new Entry(DEFINITION, InstructionCounts::open);

  private InstructionCounts() {}

  /** Begins to set one up. */
  public static CounterExperiment open() {
    return new CounterExperiment(DEFINITION, FIGURES, DEFINITION.name()).spread();
  }
}
