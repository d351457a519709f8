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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.table.Estimate;

/** What must hold of every check whatever the machine answers. */
class ChecksPropertyTest {

  private static final List<String> SHAPES = List.of("CS-3", "CS-4", "CS-5", "CS-6", "CS-10");
  private static final List<String> ALL =
      List.of("CS-1", "CS-3", "CS-4", "CS-5", "CS-6", "CS-9", "CS-10", "CS-21");

  /** Strides over 1 KiB … 1 MiB: a third anything, the others near the paper's own figures. */
  @Provide
  Arbitrary<List<CostEstimate>> figures() {
    List<CostEstimate> zero =
        Curves.published(0).stream().map(p -> Curves.with(p, e -> move(e, -e.value()))).toList();
    return Arbitraries.oneOf(
        figures(5_000, 400, zero),
        figures(60, 60, Curves.published(0)),
        figures(60, 60, Curves.publishedUser(0)));
  }

  private static Arbitrary<List<CostEstimate>> figures(
      double reachNs, double sideNs, List<CostEstimate> near) {
    Arbitrary<Double> costs = Arbitraries.doubles().between(-reachNs, reachNs);
    Arbitrary<Double> sides = Arbitraries.doubles().between(0, sideNs);
    Arbitrary<Estimate> estimates =
        Combinators.combine(costs, sides, sides)
            .as((cost, below, above) -> new Estimate(cost, cost - below, cost + above, 0.95));
    return estimates.list().ofSize(near.size()).map(e -> figure(e, near));
  }

  private static List<CostEstimate> figure(List<Estimate> estimates, List<CostEstimate> near) {
    List<CostEstimate> points = new ArrayList<>();
    for (CostEstimate point : near) {
      Estimate drawn = estimates.get(points.size());
      points.add(Curves.with(point, e -> move(drawn, e.value())));
    }
    return points;
  }

  @Property(tries = 300)
  void shiftingAllCostsLeavesEveryShapeAsItIs(
      @ForAll("figures") List<CostEstimate> figure,
      @ForAll @IntRange(min = 1, max = 9) int exponent) {
    double shiftNs = Math.scalb(1.0, exponent);
    List<CostEstimate> shifted =
        figure.stream().map(p -> Curves.with(rounded(p), e -> move(e, shiftNs))).toList();
    List<CostEstimate> original = figure.stream().map(ChecksPropertyTest::rounded).toList();
    for (String id : SHAPES) {
      assertThat(outcome(id, shifted)).as(id).isEqualTo(outcome(id, original));
    }
  }

  /** On whole ns, sums of moderate numbers are exact. */
  private static CostEstimate rounded(CostEstimate point) {
    return Curves.with(
        point,
        e -> new Estimate(Math.rint(e.value()), Math.rint(e.low()), Math.rint(e.high()), 0.95));
  }

  private static Estimate move(Estimate e, double byNs) {
    return new Estimate(e.value() + byNs, e.low() + byNs, e.high() + byNs, e.level());
  }

  @Property(tries = 300)
  void wideningIntervalsCanOnlyLeaveAClaimOpen(
      @ForAll("figures") List<CostEstimate> figure, @ForAll Random random) {
    List<CostEstimate> wider =
        figure.stream().map(p -> Curves.with(p, e -> widen(e, random))).toList();
    for (String id : ALL) {
      Outcome before = outcome(id, figure);
      Statistics.label(id).collect(before);
      Outcome after = outcome(id, wider);
      if (after != before) {
        assertThat(after).as(id).isIn(Outcome.INCONCLUSIVE, Outcome.NOT_MEASURABLE);
      }
    }
    ALL.forEach(ChecksPropertyTest::bothSidesWereTried);
  }

  /** A property over figures that never decide anything would hold of any check. */
  private static void bothSidesWereTried(String id) {
    Statistics.label(id)
        .coverage(
            coverage -> {
              coverage.check(Outcome.CONFIRMED).count(n -> n > 0);
              coverage.check(Outcome.REFUTED).count(n -> id.equals("CS-21") || n > 0);
            });
  }

  /** Some intervals much wider, others not at all: uneven widening is what could flip a verdict. */
  private static Estimate widen(Estimate e, Random random) {
    double below = random.nextBoolean() ? 0 : random.nextDouble() * 3_000;
    double above = random.nextBoolean() ? 0 : random.nextDouble() * 3_000;
    return new Estimate(e.value(), e.low() - below, e.high() + above, e.level());
  }

  @Property(tries = 200)
  void theOrderOfTheEstimatesChangesNothing(
      @ForAll("figures") List<CostEstimate> figure, @ForAll Random random) {
    List<CostEstimate> shuffled = new ArrayList<>(figure);
    Collections.shuffle(shuffled, random);
    for (String id : ALL) {
      assertThat(Curves.judge(id, Curves.evidence(shuffled)))
          .isEqualTo(Curves.judge(id, Curves.evidence(figure)));
    }
  }

  private static Outcome outcome(String id, List<CostEstimate> figure) {
    return Curves.judge(id, Curves.evidence(figure)).outcome();
  }
}
