package org.switchlab.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.switchlab.plan.Setting;

/**
 * What a check has to say of a claim before the claims of its run are judged together: see {@link
 * Judging}.
 */
public sealed interface Answer permits Answer.Exact, Answer.OneOf, Tested {

  /** A verdict that rests on no test over passes: on counts, or on a researcher's own statement. */
  static Answer exact(Verdict verdict) {
    return new Exact(verdict);
  }

  /**
   * The answer that decides, or comes nearest to it, of several to one claim.
   *
   * @param answers at least one
   */
  static Answer oneOf(List<Answer> answers) {
    return answers.size() == 1 ? answers.getFirst() : new OneOf(answers);
  }

  /** What is tested over passes, all of which shares the error of a run; empty if nothing is. */
  List<Question> questions();

  /**
   * The verdict.
   *
   * @param levels one for each of the questions, in their order
   */
  Verdict verdict(List<Levels> levels);

  /** The settings whose costs it still needs to be decided, at the same levels. */
  Set<Setting> open(List<Levels> levels);

  /**
   * One that is final.
   *
   * @param verdict whatever others say
   */
  record Exact(Verdict verdict) implements Answer {

    @Override
    public List<Question> questions() {
      return List.of();
    }

    @Override
    public Verdict verdict(List<Levels> levels) {
      return verdict;
    }

    @Override
    public Set<Setting> open(List<Levels> levels) {
      return Set.of();
    }
  }

  /**
   * Several to one claim, of which one is given.
   *
   * @param answers at least one
   */
  record OneOf(List<Answer> answers) implements Answer {

    /** Keeps an immutable copy. */
    public OneOf {
      answers = List.copyOf(answers);
    }

    @Override
    public List<Question> questions() {
      return answers.stream().flatMap(answer -> answer.questions().stream()).toList();
    }

    @Override
    public Verdict verdict(List<Levels> levels) {
      return verdicts(levels).get(given(levels));
    }

    @Override
    public Set<Setting> open(List<Levels> levels) {
      int given = given(levels);
      return answers.get(given).open(own(given, levels));
    }

    private int given(List<Levels> levels) {
      List<Integer> openness =
          verdicts(levels).stream().map(verdict -> openness(verdict.outcome())).toList();
      return openness.indexOf(openness.stream().min(Comparator.naturalOrder()).orElseThrow());
    }

    private List<Verdict> verdicts(List<Levels> levels) {
      List<Verdict> verdicts = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        verdicts.add(answers.get(i).verdict(own(i, levels)));
      }
      return verdicts;
    }

    private List<Levels> own(int index, List<Levels> levels) {
      int before =
          answers.subList(0, index).stream().mapToInt(answer -> answer.questions().size()).sum();
      return levels.subList(before, before + answers.get(index).questions().size());
    }

    private static int openness(Outcome outcome) {
      return switch (outcome) {
        case CONFIRMED, REFUTED, COMPARED -> 0;
        case INCONCLUSIVE -> 1;
        case NOT_MEASURABLE -> 2;
      };
    }
  }
}
