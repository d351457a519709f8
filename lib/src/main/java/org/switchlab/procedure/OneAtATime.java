package org.switchlab.procedure;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.CpuUse;
import org.switchlab.run.MeasuringTurn;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Measuring with no other measurement of this project beside it on this host, and with an eye on
 * what else runs there.
 */
public final class OneAtATime {

  /** With more of the time in use, the caches that CPUs share are others' as much as ours. */
  private static final double BUSY_SHARE = 0.5;

  private OneAtATime() {}

  /**
   * What {@code measuring} gives once it is its turn, with a doubt where others could not be kept
   * waiting, or were at work most of the time.
   *
   * @throws MeasuringException if interrupted while waiting for the turn
   */
  public static Measured measure(Task task, Supplier<Measured> measuring) {
    try (MeasuringTurn turn = MeasuringTurn.await(task.progress())) {
      CpuUse start = CpuUse.now();
      Measured measured = measuring.get();
      return measured
          .withWarnings(turn.doubts())
          .withWarnings(othersBusy(start, CpuUse.now()).stream().toList());
    } catch (InterruptedException e) {
      throw new MeasuringException(
          "it was interrupted while it waited for another measurement on this host", e);
    }
  }

  static Optional<Warning> othersBusy(@Nullable CpuUse start, @Nullable CpuUse end) {
    if (start == null || end == null) {
      return Optional.empty();
    }
    double share = end.othersShareSince(start).orElse(0);
    return share < BUSY_SHARE ? Optional.empty() : Optional.of(othersBusy(share));
  }

  private static Warning othersBusy(double share) {
    String message =
        String.format(
            Locale.ROOT,
            "other programs used %.0f %% of the CPU time that this run left to them: where CPUs"
                + " share a cache, they shared it with this run",
            100 * share);
    return new Warning(
        WarningCode.OTHERS_BUSY, message, "run again when they are done (top shows them)");
  }
}
