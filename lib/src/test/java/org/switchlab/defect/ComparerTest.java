package org.switchlab.defect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.Stop;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;

class ComparerTest {

  private static final long FLOOR_NS = 10_000;
  private static final double COST_NS = 1_000;
  private static final Comparer COMPARER = new Comparer(0.95, 0.02);

  /** Adds up to 10 ns to every single time: noise of the size that quiet machines have. */
  private final Random noise = new Random(5);

  private Couple couple(double costNs, long referenceNs) {
    double singleNs = 400 + 10 * noise.nextDouble();
    return new Couple(
        0,
        false,
        batch(Variant.SINGLE, singleNs, referenceNs, 0),
        batch(Variant.PAIR, 2 * (singleNs + costNs), referenceNs, 2_000));
  }

  private static Batch batch(Variant variant, double roundNs, long referenceNs, long switches) {
    return new Batch(
        variant,
        1_000,
        Math.round(1_000 * roundNs),
        referenceNs,
        referenceNs,
        switches,
        switches,
        0,
        false);
  }

  private List<Couple> quiet(int count, double costNs) {
    List<Couple> couples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      couples.add(couple(costNs + 10 * noise.nextDouble(), FLOOR_NS));
    }
    return couples;
  }

  /** So many passes, in which {@code conduct} measures {@code costNs} beside the right cost. */
  private List<Pass> passes(int count, Conduct conduct, double costNs) {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<Conduct, List<Couple>> couples = new EnumMap<>(Conduct.class);
      couples.put(Conduct.PAIRED, quiet(6, COST_NS));
      couples.putIfAbsent(conduct, quiet(3, costNs));
      passes.add(new Pass(couples));
    }
    return passes;
  }

  private static Comparison compare(String method, List<Pass> passes) {
    return COMPARER.compare(WrongMethods.named(method), passes, Stop.BUDGET);
  }

  private static Estimate error(Comparison comparison) {
    return requireNonNull(comparison.errorNs());
  }

  @Test
  void twiceTheSwitchesIsHalfTheCost() {
    Comparison twice = compare("twice-the-switches", passes(12, Conduct.PAIRED, COST_NS));
    assertThat(twice.errorShare()).isBetween(-0.505, -0.495);
    assertThat(error(twice).high()).isNegative();
    assertThat(twice.stop()).isEqualTo(Stop.PRECISION);
  }

  @Test
  void aSharedArrayLosesTheIndirectCost() {
    Comparison shared = compare("shared-array", passes(12, Conduct.SHARED_ARRAY, 300));
    assertThat(error(shared).value()).isBetween(-720.0, -680.0);
  }

  @Test
  void separateMinimaCanBeNegativeAndTheRangeShowsIt() {
    List<Pass> passes = new ArrayList<>(passes(12, Conduct.SEPARATE, COST_NS));
    passes.addAll(passes(12, Conduct.SEPARATE, -200));
    Comparison li = compare("li-2007", passes);
    assertThat(li.onceLowNs()).isNegative();
    assertThat(li.onceHighNs()).isGreaterThan(900);
    assertThat(li.applications()).isEqualTo(24);
  }

  @Test
  void whatIsNotPositiveIsDroppedByLatCtx() {
    Comparison answered = compare("lat-ctx", passes(12, Conduct.PAIRED, COST_NS));
    assertThat(error(answered).value()).isBetween(0.0, 15.0);
    List<Pass> negative =
        List.of(new Pass(Map.of(Conduct.PAIRED, quiet(4, -500))), new Pass(Map.of()));
    Comparison dropped = compare("lat-ctx", negative);
    assertThat(dropped.wrongNs()).isNull();
    assertThat(dropped.applications()).isEqualTo(1);
    assertThat(dropped.unanswered()).isEqualTo(1);
    assertThat(dropped.stop()).isEqualTo(Stop.FAILED);
  }

  @Test
  void onlyTheMeanOfEverythingFollowsWhatWasDisturbed() {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<Couple> couples = quiet(6, COST_NS);
      couples.add(couple(20 * COST_NS, 2 * FLOOR_NS));
      passes.add(new Pass(Map.of(Conduct.PAIRED, couples)));
    }
    assertThat(error(compare("mean-of-everything", passes)).low()).isGreaterThan(COST_NS);
    assertThat(compare("twice-the-switches", passes).errorShare()).isBetween(-0.505, -0.495);
  }

  @Test
  void aMethodThatWasNotApplicableHasNoNumber() {
    Comparison unpinned = compare("unpinned", passes(12, Conduct.PAIRED, COST_NS));
    assertThat(unpinned.applications()).isZero();
    assertThat(unpinned.errorNs()).isNull();
    assertThat(unpinned.errorShare()).isNull();
    assertThat(unpinned.onceLowNs()).isNull();
    assertThat(unpinned.stop()).isEqualTo(Stop.FAILED);
  }

  @Test
  void fewerThanThreePassesGiveNoInterval() {
    Comparison two = compare("twice-the-switches", passes(2, Conduct.PAIRED, COST_NS));
    assertThat(two.rightNs()).isNull();
    assertThat(two.errorNs()).isNull();
    assertThat(two.onceLowNs()).isBetween(490.0, 510.0);
    assertThat(compare("twice-the-switches", passes(3, Conduct.PAIRED, COST_NS)).errorNs())
        .isNotNull();
  }

  /** A pass that is slow as a whole slows both sides, so the error knows it. */
  @Test
  void theErrorIsFormedWithinPasses() {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double slow = 1 + i;
      Map<Conduct, List<Couple>> couples = new EnumMap<>(Conduct.class);
      couples.put(Conduct.PAIRED, quiet(6, slow * COST_NS));
      couples.put(Conduct.LONG, quiet(1, slow * COST_NS + 500));
      passes.add(new Pass(couples));
    }
    Comparison comparison = compare("long-single-then-long-pair", passes);
    assertThat(error(comparison).low()).isBetween(480.0, 500.0);
    assertThat(error(comparison).high()).isBetween(500.0, 520.0);
    assertThat(requireNonNull(comparison.wrongNs()).high() - comparison.wrongNs().low())
        .isGreaterThan(COST_NS);
  }

  /** Whatever a method answers, the error's interval holds the difference of the two answers. */
  @Property(tries = 30)
  void theErrorHoldsTheDifference(@ForAll @IntRange(min = -5_000, max = 50_000) int costNs) {
    Comparison comparison = compare("long-single-then-long-pair", passes(8, Conduct.LONG, costNs));
    double wrongNs = requireNonNull(comparison.wrongNs()).value();
    double rightNs = requireNonNull(comparison.rightNs()).value();
    assertThat(wrongNs - rightNs).isBetween(error(comparison).low(), error(comparison).high());
    assertThat(comparison.errorShare()).isEqualTo(error(comparison).value() / rightNs);
  }

  @Test
  void everyMethodHasANameOfItsOwnAndSaysWhyItIsWrong() {
    assertThat(WrongMethods.all()).extracting(WrongMethod::name).doesNotHaveDuplicates();
    assertThat(WrongMethods.all())
        .allSatisfy(method -> assertThat(WrongMethods.named(method.name())).isSameAs(method))
        .allSatisfy(method -> assertThat(method.what() + method.why()).doesNotContain("\n"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WrongMethods.named("guess"))
        .withMessageContaining("'guess'")
        .withMessageContaining("li-2007, lat-ctx, twice-the-switches");
  }
}
