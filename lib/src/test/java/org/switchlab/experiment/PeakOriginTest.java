package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.SpaceCounts;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Mark;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CostJudge;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.StepClock;
import org.switchlab.procedure.Visits;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultJson;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;
import org.switchlab.sample.Source;
import org.switchlab.sample.Variant;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class PeakOriginTest {

  private static final Machine MACHINE = Machine.published();
  private static final double NS_PER_LINE = 4;

  @TempDir private Path temporary;

  /** Every line past 64 KiB is missed, and every page of 4 KiB past 32 of them. */
  private static double lines(Point point) {
    return Math.max(0, point.arrayBytes() - (64 << 10)) / 64.0;
  }

  private static double pages(Point point) {
    return point.pageBytes() == Point.BASE_PAGE_BYTES
        ? Math.max(0, point.arrayBytes() / 4096.0 - 32)
        : 0;
  }

  /** Only lines cost something, so that the rise is the cache's. */
  private static double costNs(Setting setting) {
    return 1_000 + NS_PER_LINE * lines(Point.of(setting, ""));
  }

  private static List<PhaseCounts> counted(List<Phase> phases) {
    return phases.stream().map(PeakOriginTest::counted).toList();
  }

  private static PhaseCounts counted(Phase phase) {
    Map<CounterEvent, SpaceCounts> counts = new EnumMap<>(CounterEvent.class);
    boolean pair = phase.variant() == Variant.PAIR;
    double rounds = pair ? 2 * phase.rounds() : 0;
    counts.put(
        CounterEvent.L2_MISSES, new SpaceCounts(Math.round(rounds * lines(phase.point())), 0L));
    counts.put(
        CounterEvent.DTLB_MISSES, new SpaceCounts(Math.round(rounds * pages(phase.point())), 0L));
    return new PhaseCounts(phase, 0, 2 * phase.rounds(), counts);
  }

  private PeakOriginResult run(
      SampleSlots visits, PeakCauses.Emulator emulator, @Nullable Path folder) {
    var effort = new EffortOptions(Efforts.usual(), Efforts.quick());
    Procedure measured =
        new Visits(
                effort,
                Slot.MEASURES,
                task -> visits,
                CostJudge::of,
                new StepClock(Duration.ofMillis(20)))
            .then(new PeakCauses(emulator));
    var experiment = PeakOrigin.EXPERIMENT.by(measured);
    Setup<PeakOriginResult> setup = PeakOrigin.EXPERIMENT.setup().quick().seed(3);
    return new ExperimentRun<>(experiment, MACHINE, setup.plan(MACHINE), setup.choices(MACHINE))
        .result(folder, Progress.Listener.SILENT);
  }

  private PeakOriginResult cachesRise(@Nullable Path folder) {
    return run(
        new SampleSlots(PeakOriginTest::costNs),
        (geometry, phases, task) -> counted(phases),
        folder);
  }

  @Test
  void eachSizeStandsOnBothPagesInBothLayouts() {
    Plan plan = PeakOrigin.EXPERIMENT.setup().sizesBytes(256 << 10, 16 << 10).plan(MACHINE);
    assertThat(plan.settings())
        .extracting(
            at -> at.whole("arrayBytes"), at -> at.whole("pageBytes"), at -> at.text("layout"))
        .containsExactly(
            tuple(16L << 10, Point.BASE_PAGE_BYTES, "usual"),
            tuple(16L << 10, Point.HUGE_PAGE_BYTES, "usual"),
            tuple(16L << 10, Point.BASE_PAGE_BYTES, "controlled"),
            tuple(16L << 10, Point.HUGE_PAGE_BYTES, "controlled"),
            tuple(256L << 10, Point.BASE_PAGE_BYTES, "usual"),
            tuple(256L << 10, Point.HUGE_PAGE_BYTES, "usual"),
            tuple(256L << 10, Point.BASE_PAGE_BYTES, "controlled"),
            tuple(256L << 10, Point.HUGE_PAGE_BYTES, "controlled"));
    assertThat(plan.settings()).extracting(at -> at.whole("strideBytes")).containsOnly(64L);
    assertThat(PeakOrigin.EXPERIMENT.isCalled("cs19")).isTrue();
  }

  @Test
  void withoutOptionsTheSizesLieAroundL2() {
    Plan plan = PeakOrigin.EXPERIMENT.setup().plan(MACHINE);
    assertThat(plan.settings()).hasSize(28);
    assertThat(plan.settings().getFirst().whole("arrayBytes")).isEqualTo(16 << 10);
    assertThat(plan.settings().getLast().whole("arrayBytes")).isEqualTo(192 << 10);
    assertThat(plan.effort().budgetMs()).isEqualTo(60_000);
    Plan quick = PeakOrigin.EXPERIMENT.setup().quick().plan(MACHINE);
    assertThat(quick.effort().budgetMs()).isEqualTo(15_000);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Setup<PeakOriginResult> setup = PeakOrigin.EXPERIMENT.setup();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.sizesBytes(64 << 10).plan(MACHINE))
        .withMessageContaining("1 array size; a rise needs two or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.stridesBytes(8))
        .withMessageContaining("peak-origin has no use for 'strides'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.set("pageBytes", 4096))
        .withMessageContaining("no use for 'pageBytes'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup.sizesBytes(100, 200))
        .withMessageContaining("a positive multiple of 64 B");
  }

  @Test
  void aRiseThatStaysOnHugePagesIsNotTheTlbs() {
    PeakOriginResult result = cachesRise(null);
    var contrast = result.contrast().orElseThrow();
    assertThat(contrast.fromBytes()).isEqualTo(16 << 10);
    assertThat(contrast.toBytes()).isEqualTo(192 << 10);
    assertThat(contrast.riseNs().value()).isCloseTo(8_192, within(20.0));
    assertThat(contrast.remainingShare().value()).isCloseTo(1, within(0.01));
    assertThat(result.verdicts()).extracting(Verdict::id).containsExactly("CS-19");
  }

  /** A third of the passes finds the place, so that the three of a quick run decide nothing. */
  @Test
  void enoughPassesRefuteWhatHugePagesDoNotTakeAway() {
    Plan plan = PeakOrigin.EXPERIMENT.setup().seed(3).plan(MACHINE);
    List<Observation> seen = new SampleVisits(PeakOriginTest::costNs).seen(plan.settings(), 12);
    List<Rows> tables = new PeakOriginResult.Analysis().tables(plan, seen, Map.of());
    PeakOriginResult result =
        PeakOrigin.EXPERIMENT.judged(
            ResultData.begun(Source.MEASURED, "2026-01-02T03:04:05Z", MACHINE, plan)
                .with(Source.MEASURED, seen, tables));
    assertThat(result.verdicts().getFirst().outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(result.verdicts().getFirst().here()).startsWith("16 KiB to 192 KiB: + 8.");
  }

  @Test
  void costsGoWithTheMissesTheyWereMadeOf() {
    PeakOriginResult result = cachesRise(null);
    var line = result.regression().orElseThrow();
    assertThat(line.points()).isEqualTo(14);
    assertThat(line.nsPerCacheMiss().value()).isCloseTo(NS_PER_LINE, within(0.05));
    assertThat(line.nsPerTlbMiss().value()).isCloseTo(0, within(2.0));
    assertThat(line.explainedShare()).isGreaterThan(0.99);
    assertThat(result.tlbPartNs().orElseThrow()).isEqualTo(line.tlbPartNs(16));
  }

  @Test
  void thePapersMachineLosesOneCauseAtATime() {
    List<MissesPerSwitch> causes = cachesRise(null).causes();
    assertThat(causes.stream().map(MissesPerSwitch::model).distinct())
        .hasSize(4)
        .anyMatch(model -> model.endsWith(", endless dTLB"))
        .anyMatch(model -> model.endsWith(", endless L2"));
    assertThat(causes).hasSize(14 + 18).filteredOn(MissesPerSwitch::here).hasSize(14);
    MissesPerSwitch largest = causes.getLast();
    assertThat(largest.point().arrayBytes()).isEqualTo(512 << 10);
    assertThat(largest.l2Misses()).isEqualTo(lines(largest.point()));
    assertThat(largest.dtlbMisses()).isEqualTo(pages(largest.point()));
  }

  @Test
  void withoutAnEmulatorTheMeasuredAnswerStandsAloneAndSaysSo() {
    PeakOriginResult result =
        run(
            new SampleSlots(PeakOriginTest::costNs),
            (geometry, phases, task) -> {
              throw new CounterException("no QEMU: apt install qemu-system-x86", null);
            },
            null);
    assertThat(result.has(WarningCode.NO_EMULATOR)).isTrue();
    assertThat(result.warnings().getFirst().message())
        .isEqualTo(
            "the misses behind the costs could not be emulated: no QEMU: apt install"
                + " qemu-system-x86");
    assertThat(result.causes()).isEmpty();
    assertThat(result.regression()).isEmpty();
    assertThat(result.tlbPartNs()).isEmpty();
    assertThat(result.verdicts().getFirst().why()).doesNotContain("emulated");
  }

  @Test
  void withoutHugePagesNothingCanBeSaid() {
    var refused = new Warning(WarningCode.NO_HUGE_PAGES, "no huge pages were given", "");
    PeakOriginResult result =
        run(
            new SampleSlots(PeakOriginTest::costNs, List.of(refused)),
            (geometry, phases, task) -> counted(phases),
            null);
    assertThat(result.verdicts().getFirst().outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(result.verdicts().getFirst().why()).contains("no huge pages");
  }

  @Test
  void whatIsLoadedEqualsWhatWasSaved() {
    Path folder = temporary.resolve("result");
    PeakOriginResult result = cachesRise(folder);
    PeakOriginResult loaded = PeakOrigin.EXPERIMENT.load(folder);
    assertThat(loaded).isEqualTo(result);
    assertThat(loaded.regression()).isPresent().isEqualTo(result.regression());
    assertThat(loaded.causes()).isEqualTo(result.causes());
  }

  @Test
  void anInterruptedRunLoadsTheRiseItHadMeasured() {
    Path folder = temporary.resolve("result");
    Plan plan = PeakOrigin.EXPERIMENT.setup().quick().seed(3).plan(MACHINE);
    List<Observation> seen = new SampleSlots(PeakOriginTest::costNs).seen(plan.settings(), 6);
    ResultData begun = ResultData.begun(Source.MEASURED, "2026-01-02T03:04:05Z", MACHINE, plan);
    ResultWriter.begin(folder, begun).append(seen);
    PeakOriginResult loaded = PeakOrigin.EXPERIMENT.load(folder);
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(loaded.estimates()).hasSize(28);
    assertThat(loaded.contrast().orElseThrow().remainingShare().value()).isCloseTo(1, within(0.01));
    assertThat(loaded.causes()).isEmpty();
    assertThat(loaded.regression()).isEmpty();
    assertThat(loaded.toString()).contains("What remains of the rise on huge pages");
  }

  @Test
  void whatWasNotMeasuredHasNoRise() {
    Plan plan = PeakOrigin.EXPERIMENT.setup().seed(3).plan(MACHINE);
    List<Rows> tables = new PeakOriginResult.Analysis().tables(plan, List.of(), Map.of());
    PeakOriginResult nothing =
        PeakOrigin.EXPERIMENT.judged(
            ResultData.begun(Source.MEASURED, "2026-01-02T03:04:05Z", MACHINE, plan)
                .with(Source.MEASURED, List.of(), tables));
    assertThat(nothing.verdicts().getFirst().outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(Svg.of(nothing.chartSvg())).contains("nothing measured");
  }

  @Test
  void theFigureHasALineAPageSizeAndItsAnswer() {
    PeakOriginResult result = cachesRise(null);
    Svg.check(result.figures());
    List<Mark.Series> lines = result.figure().marks(Mark.Series.class);
    assertThat(lines)
        .extracting(Mark.Series::name)
        .containsExactly("4 KiB pages", "2 MiB pages", "4 KiB, controlled", "2 MiB, controlled");
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.dots()).hasSize(7).allMatch(Dot::hasInterval));
    assertThat(result.figure().marks(Mark.Rule.class))
        .extracting(Mark.Rule::name)
        .containsExactly("L1d 32 KiB");
    assertThat(result.figure().notes()).hasSize(2);
    assertThat(result.figure().notes().getFirst()).startsWith("On huge pages");
    assertThat(result.figure().notes().getLast()).startsWith("Controlled: ");
    assertThat(result.figure().heading().provenance()).contains("measured", "misses emulated");
  }

  @Test
  void itShowsItselfEverywhere() {
    PeakOriginResult result = cachesRise(null);
    assertThat(result.toText(TextStyle.PLAIN))
        .contains("192 KiB", "4 KiB", "2 MiB", "Misses a switch causes, emulated")
        .contains("On a model of the paper's machine, at 512 KiB, a switch misses: ")
        .contains("Over 14 settings the measured cost goes with the emulated misses");
    assertThat(result.toHtml()).contains("2 MiB", "endless dTLB", "remain: that much is not");
    assertThat(result.table().columnNames())
        .contains("arrayBytes", "strideBytes", "pageBytes", "estimateNs", "ciLowNs", "stop");
    Catalogue.register(PeakOrigin.EXPERIMENT);
    assertThat(WrongWaysViewTest.schemaErrors(ResultJson.document(result, Path.of("some/folder"))))
        .isEmpty();
    assertThat(result.table("contrast").rowCount()).isEqualTo(1);
    assertThat(result.table("causes").columnNames())
        .containsExactly(
            "model",
            "here",
            "arrayBytes",
            "strideBytes",
            "pageBytes",
            "l2MissesPerSwitch",
            "dtlbMissesPerSwitch",
            "pageWalksPerSwitch");
  }
}
