package org.switchlab.claim;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.switchlab.plan.Setting;

/**
 * What a claim asks of the passes of a run: single trials, and what is built of them.
 *
 * <p>A question says how probable its data would be if it did not hold, and if it did not fail;
 * when these are small enough for an answer is decided for all claims of a run together. "Every" is
 * confirmed by its weakest part (Berger, <i>Technometrics</i> 24, 1982: the intersection–union
 * test) and refuted by any, whose chance is multiplied by their number (Bonferroni; the first step
 * of Holm, <i>Scandinavian Journal of Statistics</i> 6, 1979, which is all that one refuted part
 * takes).
 */
sealed interface Question permits Trial, Share, Every, Any, Missing, Given {

  /** A few words for what is asked. */
  String what();

  /** How probable data like these are if it does not hold; small if it surely holds. */
  double pHolds();

  /** How probable data like these are if it does hold; small if it surely fails. */
  double pFails();

  /** Confirmed, refuted, open, or not to be measured at all. */
  Outcome outcome(Levels levels);

  /** The trials that decide it, or stand in the way: one for each of its parts. */
  List<Finding> findings(Levels levels);

  /** Why parts of it cannot be answered; empty if all can. */
  List<String> gaps();

  /** How probable an answer shall be if a run takes as many passes as it is said to need. */
  double POWER = 0.8;

  /** Nobody waits for twenty runs, and an estimate of so many is hardly one. */
  double MOST_TIMES = 20;

  /**
   * How many times the passes there are would probably decide it if the estimates stayed where they
   * are; 1 or less if they surely do already, infinite if it would take more than {@value
   * #MOST_TIMES} times as many.
   */
  double passesNeeded(Levels levels);

  /** The settings whose costs an open question still needs. */
  Set<Setting> open(Levels levels);

  /** Passes that it rests on, the fewest of its trials. */
  int passes();

  /** Whether its data speak rather for it than against it. */
  default boolean leansToHold() {
    return pHolds() <= pFails();
  }

  /** What all of several parts have, each thing once. */
  static <T> Set<T> union(List<Question> parts, Function<Question, ? extends Collection<T>> of) {
    Set<T> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(of.apply(part)));
    return all;
  }

  /** The fewest passes that one of several parts rests on. */
  static int fewestPasses(List<Question> parts) {
    return parts.stream().mapToInt(Question::passes).min().orElseThrow();
  }

  /**
   * What decides if one part does; what all are if no part leaves it open or unanswered. An open
   * part comes before an unanswered one, because it may still decide.
   */
  static Outcome outcome(List<Question> parts, Levels levels, Outcome deciding, Outcome otherwise) {
    List<Outcome> outcomes = parts.stream().map(part -> part.outcome(levels)).toList();
    return Stream.of(deciding, Outcome.INCONCLUSIVE, Outcome.NOT_MEASURABLE)
        .filter(outcomes::contains)
        .findFirst()
        .orElse(otherwise);
  }

  /** The chance of the smallest of several. */
  static double oneOf(int many, double smallest) {
    return Math.min(1, many * smallest);
  }
}
