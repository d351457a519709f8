package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.switchlab.estimate.CostEstimate;

/** What must hold of every check whatever the machine answers. */
class ChecksPropertyTest {

  private static final String[] ALL = {"CS-3", "CS-4", "CS-5", "CS-6", "CS-9", "CS-10"};

  /** The paper's figures, bent by up to a share of each cost, measured with some noise. */
  @Provide
  Arbitrary<List<CostEstimate>> figures() {
    Arbitrary<Double> bends = Arbitraries.of(0.0, 0.02, 0.1, 0.5, 2.0);
    Arbitrary<Double> noises = Arbitraries.of(0.002, 0.02, 0.1);
    Arbitrary<Boolean> users = Arbitraries.of(true, false);
    return Combinators.combine(bends, noises, users, Arbitraries.longs())
        .as(ChecksPropertyTest::figure);
  }

  private static List<CostEstimate> figure(double bend, double noise, boolean user, long seed) {
    Random random = new Random(seed);
    List<CostEstimate> paper = user ? Curves.publishedUser(noise) : Curves.published(noise);
    return paper.stream()
        .map(p -> Curves.shifted(p, bend * (random.nextDouble() - 0.5) * p.passCostsNs().get(0)))
        .toList();
  }

  private static List<Outcome> outcomes(List<CostEstimate> figure) {
    return Curves.judge(Curves.evidence(figure), ALL).stream().map(Verdict::outcome).toList();
  }

  /** Noise that adds up to nothing leaves the estimates where they are and widens what is said. */
  @Property(tries = 150)
  void widerNoiseNeverTurnsAnAnswerIntoItsContrary(
      @ForAll("figures") List<CostEstimate> figure, @ForAll Random random) {
    List<Outcome> before = outcomes(figure);
    List<CostEstimate> noisier =
        figure.stream().map(point -> balanced(point, 3_000 * random.nextDouble(), random)).toList();
    List<Outcome> after = outcomes(noisier);
    for (int i = 0; i < ALL.length; i++) {
      Statistics.label(ALL[i]).collect(before.get(i));
      assertThat(List.of(before.get(i), after.get(i)))
          .as(ALL[i])
          .isNotEqualTo(List.of(Outcome.CONFIRMED, Outcome.REFUTED))
          .isNotEqualTo(List.of(Outcome.REFUTED, Outcome.CONFIRMED));
    }
    for (String id : ALL) {
      Statistics.label(id)
          .coverage(
              coverage -> {
                coverage.check(Outcome.CONFIRMED).count(n -> n > 0);
                coverage.check(Outcome.REFUTED).count(n -> n > 0);
              });
    }
  }

  /** Each pass once up and once down by the same, so that means stay. */
  private static CostEstimate balanced(CostEstimate point, double sdNs, Random random) {
    List<Double> changes = new ArrayList<>();
    for (int i = 0; i < point.passes().size() / 2; i++) {
      double change = sdNs * random.nextGaussian();
      changes.add(change);
      changes.add(-change);
    }
    Collections.shuffle(changes, random);
    double[] costs = new double[changes.size()];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = point.passCostsNs().get(i) + changes.get(i);
    }
    return Curves.measured(point.point(), costs);
  }

  /** Two intervals of one cost can never lie on both sides of a line: nor can two levels. */
  @Property(tries = 100)
  void aStricterLevelOnlyLeavesMoreOpen(@ForAll("figures") List<CostEstimate> figure) {
    List<Answer> answers = Curves.answers(Curves.evidence(figure), ALL);
    List<Verdict> loose = new Judging(0.05).verdicts(answers);
    List<Verdict> strict = new Judging(0.001).verdicts(answers);
    for (int i = 0; i < ALL.length; i++) {
      assertThat(strict.get(i).outcome()).isIn(loose.get(i).outcome(), Outcome.INCONCLUSIVE);
    }
  }

  @Property(tries = 100)
  void theOrderOfTheEstimatesChangesNothing(
      @ForAll("figures") List<CostEstimate> figure, @ForAll Random random) {
    List<CostEstimate> shuffled = new ArrayList<>(figure);
    Collections.shuffle(shuffled, random);
    assertThat(Curves.judge(Curves.evidence(shuffled), ALL))
        .isEqualTo(Curves.judge(Curves.evidence(figure), ALL));
  }
}
