package org.switchlab.experiment;

import java.time.Duration;
import java.util.Set;
import org.switchlab.plan.Choices;
import org.switchlab.procedure.CountOptions;
import org.switchlab.procedure.Task;

/** What each figure of the paper is told, so that all of them together take a few minutes. */
final class PaperShare {

  /** How often each point is counted. */
  static final int REPETITIONS = 3;

  /** What the measured figures may take each; the counted ones take what they take. */
  private static final Duration LONGEST = Duration.ofSeconds(45);

  /** The figure that shows how repetitions differ takes more of them. */
  private static final String SPREAD = "fig12";

  private static final int SPREAD_REPETITIONS = 10;

  /** Goes on being counted as often however quick it is: it compares machines. */
  private static final String COMPARISON = "what-if";

  /** A first look is all that there is time for. */
  private static final Set<String> ALWAYS_QUICK = Set.of("peak-origin");

  private PaperShare() {}

  /** One figure, set up within its share; it counts by {@code counts}. */
  static Setup<?> of(String name, Setup<?> setup, Task task, PaperCounts counts) {
    Choices choices = task.choices();
    setup.seed(task.plan().seed());
    boolean quick = choices.quick() || ALWAYS_QUICK.contains(name);
    if (quick) {
      setup.quick();
    } else if (setup.takes("budget")) {
      setup.budget(LONGEST);
    }
    if (setup.takes("preset")) {
      setup.preset(choices.text(CountOptions.PRESET.name()));
    }
    if (setup.takes("repetitions")) {
      setup.repetitions(repetitions(name, quick));
    }
    if (setup instanceof CountsByOthers counting) {
      counting.sources(counts.shared());
    }
    return setup;
  }

  private static int repetitions(String name, boolean quick) {
    return switch (name) {
      case SPREAD -> quick ? SPREAD_REPETITIONS / 2 : SPREAD_REPETITIONS;
      case COMPARISON -> REPETITIONS;
      default -> quick ? REPETITIONS - 1 : REPETITIONS;
    };
  }
}
