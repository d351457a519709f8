package org.switchlab.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.Lab;
import org.switchlab.experiment.Ladder;
import org.switchlab.plan.Rung;
import org.switchlab.run.Progress;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * How many times cheaper the user-level switch can be made than the kernel's: the thread library
 * with a hand-written switch against two processes and two pipes, in one run.
 *
 * <p>Judged by the cautious ends of the two intervals, which are independent.
 */
final class UserSwitchRatio extends Benchmark {

  private static final double PROMISED_RATIO = 20;

  private static final Duration BUDGET = Duration.ofSeconds(20);

  UserSwitchRatio() {
    super(
        "user-switch-ratio",
        "user-level switch by hand at least 20 times cheaper than the pipe's between processes");
  }

  @Override
  public Reading measure(Consumer<String> progress) throws NotMeasurableException {
    progress.accept("runs once, at most %d s".formatted(BUDGET.toSeconds()));
    return reading(
        Lab.switchLadder()
            .set("rungs", Rung.REGISTER, Rung.PIPE_PROCESS)
            .budget(BUDGET)
            .progress(Progress.Listener.SILENT)
            .run());
  }

  Reading reading(Ladder ladder) throws NotMeasurableException {
    Estimate user = cost(ladder, Rung.REGISTER);
    Estimate kernel = cost(ladder, Rung.PIPE_PROCESS);
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("userNs", user.value());
    figures.put("kernelNs", kernel.value());
    figures.put("kernelToUserRatio", kernel.value() / user.value());
    if (user.low() <= 0) {
      return Reading.notMeasurable(
          this, figures, "the user-level switch cannot be told from nothing: a ratio is undefined");
    }
    double cautious = kernel.low() / user.high();
    figures.put("lowestRatio", cautious);
    String note =
        "%s against %s; by the cautious ends of both intervals %s times"
            .formatted(
                Units.duration(user.value()),
                Units.duration(kernel.value()),
                Units.digits(cautious));
    return Reading.of(this, figures, PROMISED_RATIO / cautious, note);
  }

  private static Estimate cost(Ladder ladder, String rung) throws NotMeasurableException {
    return ladder.rungs().stream()
        .filter(one -> one.rung().name().equals(rung))
        .findFirst()
        .map(one -> one.cost().switchCostNs())
        .orElseThrow(() -> new NotMeasurableException("the run has no estimate of " + rung));
  }
}
