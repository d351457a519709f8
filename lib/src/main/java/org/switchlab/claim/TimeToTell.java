package org.switchlab.claim;

import java.time.Duration;
import org.switchlab.unit.Units;

/** How long an open question would take to be answered here. */
final class TimeToTell {

  private TimeToTell() {}

  /**
   * One sentence; empty if the question is decided.
   *
   * @param ran how long the run took that left it open; zero if that is not known
   */
  static String sentence(Question question, Levels levels, Duration ran) {
    if (question.outcome(levels) != Outcome.INCONCLUSIVE) {
      return "";
    }
    double needed = question.passesNeeded(levels);
    if (!(needed > 1)) {
      return "More passes would tell more (--budget)";
    }
    if (Double.isInfinite(needed)) {
      return "It stands too near the line for its noise: longer runs would hardly tell";
    }
    return ran.isZero()
        ? "About %s times as many passes would probably tell".formatted(Units.roughly(needed))
        : "About %s more would probably tell, as this run went (--budget)"
            .formatted(words((needed - 1) * ran.toMillis() / 1e3));
  }

  private static String words(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    double minutes = seconds / 60;
    return minutes < 90
        ? Math.round(minutes) + " min"
        : Units.plain(Units.roughly(minutes / 60)) + " h";
  }
}
