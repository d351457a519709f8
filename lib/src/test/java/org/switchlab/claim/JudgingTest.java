package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.switchlab.claim.Curves.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;

/** All claims of a run judged together, against truths that are known. */
class JudgingTest {

  private static final String[] KERNEL = {"CS-3", "CS-4", "CS-5", "CS-6"};

  /** A run of some curve, with independent noise and a machine that is slower in some passes. */
  private static Evidence run(double[] costsUs, double noise, Random random) {
    double[] weather = new double[Curves.PASSES];
    Arrays.setAll(weather, i -> random.nextDouble() < 0.2 ? 0.3 * random.nextDouble() : 0);
    List<CostEstimate> points = new ArrayList<>();
    for (long stride : Curves.STRIDES) {
      for (int size = 0; size < costsUs.length; size++) {
        double[] costsNs = new double[Curves.PASSES];
        for (int pass = 0; pass < costsNs.length; pass++) {
          costsNs[pass] = 1e3 * costsUs[size] * (1 + weather[pass] + noise * random.nextGaussian());
        }
        points.add(Curves.measured(new Point("pipe-pair", 1024L << size, stride), costsNs));
      }
    }
    return evidence(points);
  }

  /** A flat curve on a machine with slow passes: no rise, no fall and no peak may be seen in it. */
  @Test
  void overAllClaimsOfARunFalseAnswersStayBelowTheStatedError() {
    Random random = new Random(11);
    double[] flat = new double[11];
    Arrays.fill(flat, 2);
    int runs = 400;
    int falsely = 0;
    for (int i = 0; i < runs; i++) {
      boolean any =
          Curves.judge(run(flat, 0.02, random), KERNEL).stream()
              .anyMatch(verdict -> verdict.outcome() == Outcome.CONFIRMED);
      falsely += any ? 1 : 0;
    }
    assertThat(falsely).isLessThanOrEqualTo(runs * 5 / 100);
  }

  /** The truth of each part lies on the line itself: the worst case for a false confirmation. */
  @Test
  void eachOnTheLineIsConfirmedNoMoreOftenThanTheStatedError() {
    Random random = new Random(12);
    int runs = 2000;
    int falsely = 0;
    for (int i = 0; i < runs; i++) {
      List<Answer> answers = new ArrayList<>();
      for (int claim = 0; claim < 6; claim++) {
        double[] units = new double[12];
        Arrays.setAll(units, pass -> 20 + 100 * random.nextGaussian());
        answers.add(answer(units));
      }
      boolean any =
          new Judging(0.05)
              .verdicts(answers).stream()
                  .anyMatch(verdict -> verdict.outcome() == Outcome.CONFIRMED);
      falsely += any ? 1 : 0;
    }
    assertThat(falsely).isBetween(runs * 2 / 100, runs * 6 / 100);
  }

  private static Answer answer(double... unitsNs) {
    Question question = Trial.of("more", unitsNs, 20, 0, Set.of());
    return Tested.of(Claim.find("CS-4").orElseThrow(), evidence(List.of()), question, "", "");
  }

  /** A tenth of the local cost, at 20 passes with a noise of 2 % a point. */
  @Test
  void aStepOfATenthIsDecidedInNineRunsOfTen() {
    Random random = new Random(13);
    double[] steps = {1, 1.1, 1.2, 1.3, 1.4, 1.65, 1.48, 2, 2.6, 2.3, 2.3};
    int decided = 0;
    int runs = 100;
    for (int i = 0; i < runs; i++) {
      List<Verdict> verdicts = Curves.judge(run(steps, 0.02, random), "CS-3", "CS-4", "CS-9");
      boolean all =
          verdicts.get(0).outcome() == Outcome.CONFIRMED
              && verdicts.get(1).outcome() == Outcome.CONFIRMED
              && verdicts.get(2).outcome() == Outcome.REFUTED;
      decided += all ? 1 : 0;
    }
    assertThat(decided).isGreaterThanOrEqualTo(90);
  }

  @Test
  void theClearestClaimsMayUseWhatTheOthersLeave() {
    double[] clear = {100, 101, 102, 103, 104};
    double[] narrow = {26, 31, 36, 41, 46};
    Question weak = Trial.of("weak", narrow, 20, 0, Set.of());
    double p = weak.pHolds();
    List<Question> both = List.of(weak, Trial.of("clear", clear, 20, 0, Set.of()));
    List<Levels> levels = Holm.levels(both, p * 1.5);
    assertThat(levels).extracting(Levels::holds).containsExactly(p * 1.5, p * 1.5 / 2);
    assertThat(weak.outcome(levels.getFirst())).isEqualTo(Outcome.CONFIRMED);
    List<Levels> alone = Holm.levels(List.of(weak, weak), p * 1.5);
    assertThat(weak.outcome(alone.getFirst())).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void whatNoPassCanAnswerTakesNoShareOfTheError() {
    Question trial = Trial.of("some", new double[] {26, 31, 36, 41, 46}, 20, 0, Set.of());
    Question missing = new Missing("other", "not here");
    assertThat(Holm.levels(List.of(missing, trial), 0.05).getLast().holds()).isEqualTo(0.05);
  }

  @Test
  void refutingByOneOfSeveralPartsPaysForTheirNumber() {
    Question fails = Trial.of("a", new double[] {10, 12, 14, 16, 18}, 20, 0, Set.of());
    Question holds = Trial.of("b", new double[] {90, 92, 94, 96, 98}, 20, 0, Set.of());
    Question one = Every.of(List.of(fails));
    Question three = Every.of(List.of(holds, fails, holds));
    assertThat(three.pFails()).isEqualTo(3 * one.pFails());
    double level = 2 * one.pFails();
    assertThat(one.outcome(new Levels(level, level))).isEqualTo(Outcome.REFUTED);
    assertThat(three.outcome(new Levels(level, level))).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anOpenVerdictSaysHowLongItWouldTake() {
    Question open = Trial.of("more", new double[] {0, 25, 50, 75, 100, 30}, 20, 0, Set.of());
    Levels levels = new Levels(0.05, 0.05);
    assertThat(open.outcome(levels)).isEqualTo(Outcome.INCONCLUSIVE);
    double times = open.passesNeeded(levels);
    assertThat(TimeToTell.sentence(open, levels, Duration.ofMinutes(1)))
        .isEqualTo(
            "About %d min more would probably tell, as this run went (--budget)",
            Math.round(times - 1));
    assertThat(TimeToTell.sentence(open, levels, Duration.ofSeconds(10)))
        .contains("About %d s more".formatted(Math.round(10 * (times - 1))));
    assertThat(TimeToTell.sentence(open, levels, Duration.ZERO)).contains("times as many passes");
    Question near = Trial.of("more", new double[] {0, 21, 40, 19, 22, 19}, 20, 0, Set.of());
    assertThat(TimeToTell.sentence(near, levels, Duration.ofMinutes(1)))
        .contains("too near the line for its noise");
  }

  /** Four times the passes, each as noisy: what was said to be needed is enough as a rule. */
  @Test
  void theTimeSaidIsTheTimeItTakes() {
    Random random = new Random(14);
    int decided = 0;
    int asked = 0;
    for (int i = 0; i < 300; i++) {
      double[] units = new double[10];
      Arrays.setAll(units, pass -> 60 + 80 * random.nextGaussian());
      Question open = Trial.of("more", units, 20, 0, Set.of());
      Levels levels = new Levels(0.01, 0.01);
      double needed = open.passesNeeded(levels);
      if (open.outcome(levels) == Outcome.INCONCLUSIVE && needed < 20 && open.leansToHold()) {
        double[] more = new double[(int) Math.ceil(10 * needed)];
        Arrays.setAll(more, pass -> 60 + 80 * random.nextGaussian());
        asked++;
        decided +=
            Trial.of("more", more, 20, 0, Set.of()).outcome(levels) == Outcome.CONFIRMED ? 1 : 0;
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(decided).isGreaterThan(asked / 2);
  }

  @Test
  void onlyOpenVerdictsNeedMoreAndOnlyOfTheirSettings() {
    Evidence quiet = evidence(Curves.published(Curves.QUIET));
    assertThat(new Judging(0.05).open(Curves.answers(quiet, KERNEL))).isEmpty();
    List<CostEstimate> points = new ArrayList<>(Curves.published(Curves.QUIET));
    points.replaceAll(
        p -> p.point().arrayBytes() == 64 << 10 ? Curves.noisier(p, 5_000, new Random(1)) : p);
    List<Answer> answers = Curves.answers(evidence(points), KERNEL);
    assertThat(new Judging(0.05).open(answers))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.whole("arrayBytes")).isIn(32L << 10, 64L << 10));
  }

  @Test
  void ofSeveralAnswersToOneClaimTheOneThatDecidesIsGiven() {
    Answer open = answer(0, 25, 50, 75, 100);
    Answer decided = answer(90, 91, 92, 93, 94);
    Answer none =
        Answer.exact(Verdicts.notMeasurable(Claim.find("CS-4").orElseThrow(), "not here"));
    Answer all = Answer.oneOf(List.of(none, open, decided));
    assertThat(all.questions()).hasSize(2);
    assertThat(new Judging(0.05).verdicts(List.of(all)).getFirst().outcome())
        .isEqualTo(Outcome.CONFIRMED);
    assertThat(
            new Judging(0.05)
                .verdicts(List.of(Answer.oneOf(List.of(none, open))))
                .getFirst()
                .outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anErrorIsAProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Judging(0))
        .withMessageContaining("0.05");
    assertThatIllegalArgumentException().isThrownBy(() -> new Judging(1));
  }
}
