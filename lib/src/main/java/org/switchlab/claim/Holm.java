package org.switchlab.claim;

import java.util.List;

/**
 * Several questions at once, of which all together shall err no more often than one alone (Holm,
 * <i>Scandinavian Journal of Statistics</i> 6, 1979).
 *
 * <p>A question can be answered wrongly in one way only, for either it holds or it does not; so
 * both answers may use the same level. What no pass can answer takes no part.
 */
final class Holm {

  private Holm() {}

  /**
   * The level that each question is judged by: the clearest of m by a mth of the error, the next by
   * a fraction of m − 1, and so on; from the first that is left open on all by the same.
   *
   * @param error how probable one false answer or more may be
   */
  static List<Levels> levels(List<Question> questions, double error) {
    List<Double> rising = questions.stream().filter(Holm::isTested).map(Holm::p).sorted().toList();
    int decided = 0;
    while (decided < rising.size() && rising.get(decided) <= share(error, rising, decided)) {
      decided++;
    }
    int open = decided;
    return questions.stream()
        .map(question -> Math.min(open, Math.max(0, rising.indexOf(p(question)))))
        .map(step -> share(error, rising, step))
        .map(level -> new Levels(level, level))
        .toList();
  }

  private static double share(double error, List<Double> rising, int step) {
    return error / Math.max(1, rising.size() - step);
  }

  private static double p(Question question) {
    return Math.min(question.pHolds(), question.pFails());
  }

  private static boolean isTested(Question question) {
    return question.passes() < Integer.MAX_VALUE;
  }
}
