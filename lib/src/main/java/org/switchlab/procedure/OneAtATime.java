package org.switchlab.procedure;

import java.util.function.Supplier;
import org.switchlab.run.MeasuringTurn;

/** Measuring with no other measurement of this project beside it on this host. */
public final class OneAtATime {

  private OneAtATime() {}

  /**
   * What {@code measuring} gives once it is its turn, with a doubt where others could not be kept
   * waiting.
   *
   * @throws MeasuringException if interrupted while waiting for the turn
   */
  public static Measured measure(Task task, Supplier<Measured> measuring) {
    try (MeasuringTurn turn = MeasuringTurn.await(task.progress())) {
      return measuring.get().withWarnings(turn.doubts());
    } catch (InterruptedException e) {
      throw new MeasuringException(
          "it was interrupted while it waited for another measurement on this host", e);
    }
  }
}
