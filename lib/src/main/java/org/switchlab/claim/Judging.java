package org.switchlab.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.switchlab.plan.Setting;

/**
 * Judges the claims of one run together, so that all its verdicts err together no more often than
 * one alone would.
 *
 * @param error how probable it may be that a run states something false, for instance 0.05
 */
public record Judging(double error) {

  /** Refuses what is no probability. */
  public Judging {
    if (!(error > 0 && error < 1)) {
      throw new IllegalArgumentException(
          "an error of %s: it must lie between 0 and 1, such as 0.05".formatted(error));
    }
  }

  /** One verdict an answer, in their order. */
  public List<Verdict> verdicts(List<Answer> answers) {
    List<Verdict> verdicts = new ArrayList<>();
    each(answers, (answer, levels) -> verdicts.add(answer.verdict(levels)));
    return verdicts;
  }

  /** The settings that claims which are still open need: more time there would decide most. */
  public Set<Setting> open(List<Answer> answers) {
    Set<Setting> open = new LinkedHashSet<>();
    each(answers, (answer, levels) -> open.addAll(answer.open(levels)));
    return open;
  }

  private void each(List<Answer> answers, Step step) {
    List<Question> questions =
        answers.stream().flatMap(answer -> answer.questions().stream()).toList();
    List<Levels> levels = Holm.levels(questions, error);
    int next = 0;
    for (Answer answer : answers) {
      int end = next + answer.questions().size();
      step.take(answer, levels.subList(next, end));
      next = end;
    }
  }

  @FunctionalInterface
  private interface Step {
    void take(Answer answer, List<Levels> levels);
  }
}
