package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchlab.claim.Outcome.CONFIRMED;
import static org.switchlab.claim.Outcome.INCONCLUSIVE;
import static org.switchlab.claim.Outcome.NOT_MEASURABLE;
import static org.switchlab.claim.Outcome.REFUTED;
import static org.switchlab.counter.CounterEvent.DTLB_MISSES;
import static org.switchlab.counter.CounterEvent.INSTRUCTIONS;
import static org.switchlab.counter.CounterEvent.L1D_MISSES;
import static org.switchlab.counter.CounterEvent.L1I_MISSES;
import static org.switchlab.counter.Level.KERNEL;
import static org.switchlab.counter.Level.USER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.claim.Counted.Shape;
import org.switchlab.counter.Level;
import org.switchlab.sample.Variant;

class CounterChecksTest {

  /** Misses of a walk of one array in L1d: none while it fits, all of its lines beyond. */
  private static final Shape ONE_ARRAY = kib -> kib > 32 ? kib * 16 : 1;

  /** The same where two arrays share it. */
  private static final Shape TWO_ARRAYS = kib -> kib > 16 ? kib * 16 : 1;

  private static final Shape NOTHING = kib -> 0;

  private static Shape times(double factor, Shape shape) {
    return kib -> factor * shape.at(kib);
  }

  /** A verdict of one claim. */
  private static void is(Outcome outcome, Verdict verdict) {
    assertThat(verdict.outcome()).as(verdict.why()).isEqualTo(outcome);
  }

  @Test
  void l1dRatesMustCrossBetweenL1dAndTwiceThat() {
    Shape single = kib -> kib == 32 ? 10 : 500;
    Shape crossing = kib -> kib == 32 ? 300 : 400;
    is(CONFIRMED, new Counted().add(KERNEL, 8, L1D_MISSES, single, crossing).judge("CS-7"));
    Verdict refuted = new Counted().add(KERNEL, 8, L1D_MISSES, single, kib -> 600).judge("CS-7");
    is(REFUTED, refuted);
    assertThat(refuted.why())
        .contains("more with switches at 32 KiB: confirmed", "fewer with switches at 64 KiB: ref");
    assertThat(refuted.here()).contains("per 1000 instructions, at 32 KiB").endsWith("(emulated)");
    is(INCONCLUSIVE, new Counted().add(KERNEL, 8, L1D_MISSES, single, single).judge("CS-7"));
    is(NOT_MEASURABLE, new Counted().add(KERNEL, 64, L1D_MISSES, single, crossing).judge("CS-7"));
  }

  @Test
  void dtlbRatesMustBeTwiceAsHighAtEverySizePastAQuarterOfTheReach() {
    Shape single = kib -> kib;
    is(CONFIRMED, new Counted().add(KERNEL, 8, DTLB_MISSES, single, k -> 3 * k).judge("CS-8"));
    Verdict some =
        new Counted().add(KERNEL, 8, DTLB_MISSES, single, k -> k > 256 ? k : 3 * k).judge("CS-8");
    is(REFUTED, some);
    assertThat(some.why()).contains("exceptions: 512 KiB, 1 MiB");
    is(INCONCLUSIVE, new Counted().add(KERNEL, 8, DTLB_MISSES, single, k -> 2 * k).judge("CS-8"));
  }

  @Test
  void theL1iGapMustBeThereAndGrow() {
    Shape single = kib -> 2;
    is(CONFIRMED, l1i(single, kib -> 5 + kib).judge("CS-11"));
    is(REFUTED, l1i(single, kib -> 1).judge("CS-11"));
    Verdict shrinking = l1i(single, kib -> 2000 - kib).judge("CS-11");
    is(REFUTED, shrinking);
    assertThat(shrinking.why()).contains("the gap grows from 32 KiB to 1 MiB: refuted");
    is(INCONCLUSIVE, l1i(single, kib -> 5).judge("CS-11"));
  }

  private static Counted l1i(Shape single, Shape switched) {
    return new Counted().add(KERNEL, 8, L1I_MISSES, single, switched);
  }

  @Test
  void theUserLevelsL1iGapMustBeSmaller() {
    Shape single = kib -> 2;
    Counted kernel = l1i(single, kib -> 20);
    is(NOT_MEASURABLE, kernel.judge("CS-12"));
    is(CONFIRMED, kernel.add(USER, 8, L1I_MISSES, single, kib -> 3).judge("CS-12"));
    is(REFUTED, l1i(single, kib -> 20).add(USER, 8, L1I_MISSES, single, kib -> 30).judge("CS-12"));
    Verdict much =
        l1i(single, kib -> 200).add(USER, 8, L1I_MISSES, single, kib -> 60).judge("CS-12");
    is(REFUTED, much);
    assertThat(much.why()).contains("only a little, up to a twentieth of L1i's 512 lines: refuted");
    is(CONFIRMED, l1i(single, kib -> 20).add(USER, 8, L1I_MISSES, single, single).judge("CS-12"));
    Shape many = kib -> 100;
    is(REFUTED, l1i(single, kib -> 20).add(USER, 8, L1I_MISSES, many, single).judge("CS-12"));
    is(INCONCLUSIVE, l1i(single, kib -> 2).add(USER, 8, L1I_MISSES, single, single).judge("CS-12"));
  }

  @Test
  void aLineAStrideMustMissAboutTenTimesAsOften() {
    is(CONFIRMED, strides(8).judge("CS-13"));
    Verdict equal = strides(1).judge("CS-13");
    is(REFUTED, equal);
    assertThat(equal.here()).contains("1.00").contains("times stride 8 B");
    is(INCONCLUSIVE, strides(5).judge("CS-13"));
    is(NOT_MEASURABLE, new Counted().add(USER, 8, L1D_MISSES, NOTHING, NOTHING).judge("CS-13"));
  }

  private static Counted strides(double factor) {
    return new Counted()
        .add(KERNEL, 8, L1D_MISSES, ONE_ARRAY, TWO_ARRAYS)
        .add(KERNEL, 64, L1D_MISSES, times(factor, ONE_ARRAY), times(factor, TWO_ARRAYS));
  }

  @ParameterizedTest
  @CsvSource({"KERNEL", "USER"})
  void l1dMissesMustBeginAtL1dAndAtHalfOfIt(Level level) {
    Verdict verdict = new Counted().add(level, 8, L1D_MISSES, ONE_ARRAY, TWO_ARRAYS).judge("CS-14");
    is(CONFIRMED, verdict);
    assertThat(verdict.here()).contains("begin at 64 KiB without switches, at 32 KiB with");
    Verdict same = new Counted().add(level, 8, L1D_MISSES, ONE_ARRAY, ONE_ARRAY).judge("CS-14");
    is(REFUTED, same);
    assertThat(same.why()).contains("not yet without, at a size between: refuted");
    is(REFUTED, new Counted().add(level, 8, L1D_MISSES, k -> k * 16, k -> k * 16).judge("CS-14"));
  }

  @Test
  void theStraySharedByAllSizesIsNoBeginningOfMisses() {
    is(
        CONFIRMED,
        new Counted()
            .add(KERNEL, 8, L1D_MISSES, k -> 30 + ONE_ARRAY.at(k), k -> 90 + TWO_ARRAYS.at(k))
            .judge("CS-14"));
  }

  @Test
  void dtlbMissesOfProcesses() {
    Shape single = kib -> kib > 256 ? kib : 1;
    Shape switched = kib -> kib > 128 ? 4 * kib : 5;
    is(CONFIRMED, dtlb(single, switched, 1, 3).judge("CS-15"));
    Verdict flat = dtlb(single, switched, 1, 1).judge("CS-15");
    is(INCONCLUSIVE, flat);
    assertThat(flat.why()).contains("growing with strides above 64 B: inconclusive");
    is(REFUTED, dtlb(switched, single, 1, 3).judge("CS-15"));
    Verdict early = dtlb(single, kib -> kib > 128 ? 4 * kib : 5 + kib / 8.0, 1, 3).judge("CS-15");
    is(REFUTED, early);
    assertThat(early.why()).contains("none of the array's own with switches up to 32 KiB: refuted");
    Verdict narrow =
        dtlb(single, switched, 1, 3)
            .add(KERNEL, 32, DTLB_MISSES, single, times(4, switched))
            .judge("CS-15");
    is(REFUTED, narrow);
    assertThat(narrow.why()).contains("at strides below 64 B: refuted");
  }

  private static Counted dtlb(Shape single, Shape switched, double line, double wide) {
    return new Counted()
        .add(KERNEL, 8, DTLB_MISSES, single, switched)
        .add(KERNEL, 64, DTLB_MISSES, times(line, single), times(line, switched))
        .add(KERNEL, 256, DTLB_MISSES, times(wide, single), times(wide, switched));
  }

  @Test
  void dtlbMissesOfThreadsMustBeAlike() {
    Shape single = kib -> kib;
    is(CONFIRMED, new Counted().add(USER, 8, DTLB_MISSES, single, k -> 1.2 * k).judge("CS-16"));
    is(CONFIRMED, new Counted().add(USER, 8, DTLB_MISSES, NOTHING, k -> .04).judge("CS-16"));
    Verdict twice =
        new Counted().add(USER, 8, DTLB_MISSES, single, k -> k == 256 ? 2 * k : k).judge("CS-16");
    is(REFUTED, twice);
    assertThat(twice.why()).contains("exceptions: 256 KiB)");
    is(NOT_MEASURABLE, new Counted().add(KERNEL, 8, DTLB_MISSES, single, single).judge("CS-16"));
  }

  @Test
  void instructionsMustVaryMoreAtKernelLevel() {
    double[] steady = {1000, 1000.1, 1000, 999.9, 1000, 1000, 1000.1, 1000};
    double[] shaky = {1000, 1100, 950, 1000, 1030, 900, 1000, 1080};
    is(CONFIRMED, spread(shaky, steady).judge("CS-17"));
    is(REFUTED, spread(steady, shaky).judge("CS-17"));
    is(INCONCLUSIVE, spread(shaky, shaky).judge("CS-17"));
    Verdict none =
        spread(new double[] {5, 5, 5, 5, 5}, new double[] {7, 7, 7, 7, 7}).judge("CS-17");
    is(NOT_MEASURABLE, none);
    assertThat(none.why()).contains("no cause of variation");
    is(NOT_MEASURABLE, spread(new double[] {1, 2}, steady).judge("CS-17"));
  }

  private static Counted spread(double[] kernel, double[] user) {
    return new Counted()
        .repeat(KERNEL, 1, 8, Variant.SINGLE, INSTRUCTIONS, kernel)
        .repeat(KERNEL, 1, 8, Variant.PAIR, INSTRUCTIONS, kernel)
        .repeat(USER, 1, 8, Variant.SINGLE, INSTRUCTIONS, user)
        .repeat(USER, 1, 8, Variant.PAIR, INSTRUCTIONS, user);
  }

  @Test
  void theUserLevelMustExecuteMore() {
    double[] few = {1000, 1001, 999};
    double[] many = {2000, 2001, 1999};
    is(CONFIRMED, spread(few, many).judge("CS-18"));
    is(REFUTED, spread(many, few).judge("CS-18"));
    is(INCONCLUSIVE, spread(few, few).judge("CS-18"));
  }

  @ParameterizedTest
  @CsvSource({
    "CS-7,L1d",
    "CS-13,L1d",
    "CS-14,L1d",
    "CS-8,dTLB",
    "CS-15,dTLB",
    "CS-11,L1i",
    "CS-12,L1i"
  })
  void anUnknownSizeIsNamed(String id, String what) {
    Verdict verdict = strides(8).on(Counted.without(what)).judge(id);
    is(NOT_MEASURABLE, verdict);
    assertThat(verdict.why()).contains(what);
  }

  @ParameterizedTest
  @CsvSource({"CS-11", "CS-12", "CS-15", "CS-18"})
  void whatTheKernelDidMustHaveBeenCounted(String id) {
    Counted counted = l1i(kib -> 1, kib -> kib).userOnly();
    is(NOT_MEASURABLE, counted.judge(id));
  }

  @ParameterizedTest
  @CsvSource({
    "CS-7", "CS-8", "CS-11", "CS-12", "CS-13", "CS-14", "CS-15", "CS-16", "CS-17", "CS-18"
  })
  void nothingCountedIsNotMeasurableAndSaysWhatIsMissing(String id) {
    Verdict verdict = new Counted().judge(id);
    is(NOT_MEASURABLE, verdict);
    assertThat(verdict.why()).isNotBlank();
  }

  @Test
  void geometryIsTheCountedMachinesNotTheHosts() {
    List<Counted> same = List.of(new Counted().add(KERNEL, 8, L1D_MISSES, ONE_ARRAY, TWO_ARRAYS));
    var twice =
        new org.switchlab.counter.CountedMachine(
            "twice", 128L << 10, 128L << 10, 1L << 20, null, 1L << 20);
    is(REFUTED, same.getFirst().on(twice).judge("CS-14"));
  }
}
