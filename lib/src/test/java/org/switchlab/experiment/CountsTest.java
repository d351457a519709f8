package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYSeries;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.BareCounts;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.ScriptedSource;
import org.switchlab.draw.Golden;
import org.switchlab.draw.TextStyle;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Presets;
import org.switchlab.estimate.CountUnit;
import org.switchlab.estimate.CurveTable;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Mark;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultFolder;
import org.switchlab.result.ResultJson;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;
import tech.tablesaw.api.Table;

/** The counter experiments by a source that counts by arithmetic. */
class CountsTest {

  private final ScriptedSource emulated = new ScriptedSource("emulated");

  @BeforeAll
  static void makeKnown() {
    List.of(
            CounterFigures.MISS_RATES,
            CounterFigures.L1I_MISSES,
            CounterFigures.L1D_MISSES,
            CounterFigures.DTLB_MISSES,
            CounterFigures.INSTRUCTIONS)
        .forEach(Catalogue::register);
  }

  private CounterSetup find(String name) {
    CounterSetup setup = (CounterSetup) Catalogue.open(name);
    setup.sources(emulated.alone()).source("emulated").seed(1).progress(Progress.Listener.SILENT);
    return setup;
  }

  @ParameterizedTest
  @CsvSource({
    "fig4, miss-rates, Fig. 4, kernel, CS-7 CS-8",
    "fig4a, l1d-misses, Fig. 4a, kernel, CS-7",
    "fig4b, dtlb-misses, Fig. 4b, kernel, CS-8",
    "fig6, l1i-misses, Fig. 6, kernel, CS-11",
    "fig7, l1i-misses, Fig. 7, user, CS-12",
    "fig8, l1d-misses, Fig. 8, kernel, CS-7 CS-13 CS-14",
    "fig9, l1d-misses, Fig. 9, user, CS-13 CS-14",
    "fig10, dtlb-misses, Fig. 10, kernel, CS-8 CS-15",
    "fig11, dtlb-misses, Fig. 11, user, CS-16",
  })
  void eachFigureShowsItsLevelAndAnswersItsClaims(
      String alias, String name, String figure, String level, String claims) {
    Counts result = find(alias).quick().run();
    assertThat(result.experiment()).isEqualTo(name);
    assertThat(result.plan().figure()).isEqualTo(figure);
    assertThat(result.plan().title()).contains(level + " level");
    assertThat(result.verdicts())
        .extracting(Verdict::id)
        .containsExactlyInAnyOrder(claims.split(" ", -1));
    assertThat(result.source()).isEqualTo(Source.EMULATED);
    assertThat(result.toText(TextStyle.PLAIN)).contains("emulated · model of xeon-d-1541");
    assertThat(emulated.isClosed()).isTrue();
  }

  @Test
  void theRowsAreThoseOfTheCounterFigures() {
    Table table = find("l1d-misses").level(Level.USER).sizesBytes(4096, 65536).run().table();
    assertThat(table.columnNames())
        .containsExactly(
            "level",
            "arrayBytes",
            "strideBytes",
            "variant",
            "space",
            "event",
            "count",
            "instructions",
            "perThousandInstructions",
            "switches");
    assertThat(table.rowCount()).as("sizes × strides × flows × spaces").isEqualTo(2 * 2 * 2 * 3);
    assertThat(table.stringColumn("level").unique().asList()).containsExactly("user");
    for (tech.tablesaw.api.Row row : table) {
      assertThat(row.getLong("switches") > 0).isEqualTo(row.getString("variant").equals("switch"));
    }
  }

  @Test
  void anObservationIsOneRepetitionOfAFlow() {
    Counts result = find("fig8").repetitions(3).sizesBytes(4096).run();
    assertThat(result.observations()).hasSize(2 * 2 * 3);
    assertThat(result.counts())
        .hasSize(2 * 2 * 3)
        .allSatisfy(one -> assertThat(one.counts()).containsKey(CounterEvent.DTLB_MISSES));
    assertThat(result.observationTable().columnNames())
        .contains("rounds", "switches", "l1d-missesUser", "l1d-missesKernel");
  }

  @Test
  void aLevelByNameIsTheFigureOfThatLevel() {
    assertThat(find("l1i-misses").level(Level.USER).plan().figure()).isEqualTo("Fig. 7");
    assertThat(find("fig4b").quick().run().unit().words()).contains("1000 instructions");
    assertThatThrownBy(() -> find("fig4b").level(Level.USER).plan())
        .hasMessageContaining("user level");
    assertThatThrownBy(() -> find("fig4").level(Level.USER))
        .hasMessageContaining("l1d-misses and dtlb-misses have the user level");
  }

  @Test
  void figureSevenCountsTheKernelLevelTooAndDrawsOnlyItsOwn() {
    Counts result = find("fig7").quick().run();
    assertThat(result.rows().distinct("level")).containsExactly("user", "kernel");
    assertThat(result.figure().marks(Mark.Series.class)).hasSize(2);
  }

  @Test
  void sizesFollowTheEmulatedMachineAndAFirstLookCountsLess() {
    assertThat(find("fig8").plan().effort().passes()).isEqualTo(5);
    assertThat(find("fig8").quick().plan().effort().passes()).isEqualTo(2);
    assertThat(find("fig12").plan().effort().passes()).isEqualTo(20);
    var twice = Presets.paper().change().l1d(Presets.paper().l1d().times(2)).build();
    assertThat(find("fig8").geometry(twice).quick().settings())
        .extracting(setting -> setting.whole("arrayBytes"))
        .contains(1L << 20)
        .doesNotContain(8L << 10);
  }

  @Test
  void instructionCountsHaveARowARepetition() {
    Counts result = find("fig12").repetitions(6).sizesBytes(1024).run();
    assertThat(result.rows().rows()).hasSize(6 * 2 * 2 * 3);
    assertThat(result.verdicts()).extracting(Verdict::id).containsExactly("CS-17", "CS-18");
    assertThat(result.plan().title()).doesNotContain(" level");
    assertThat(result.toText(TextStyle.PLAIN)).contains("kernel level", "user", "deviation");
  }

  @Test
  void oneLevelAloneIsCountedAndItsClaimsSayWhatIsMissing() {
    Counts user = find("fig12").repetitions(6).level(Level.USER).sizesBytes(1024).run();
    assertThat(user.rows().distinct("level")).containsExactly("user");
    assertThat(user.verdicts().getFirst().why()).contains("instructions of both levels");
  }

  @Test
  void aStoredResultLoadsEqualAndReplaysWithTheSameVerdicts(@TempDir Path folder) {
    Path stored = folder.resolve("fig8");
    Counts first = find("fig8").saveTo(stored).run();
    assertThat(Catalogue.load(stored)).isEqualTo(first);
    CounterSetup setup = CounterSetup.of(CounterFigures.L1D_MISSES).recording(stored);
    Counts again = setup.seed(1).progress(Progress.Listener.SILENT).run();
    assertThat(again.source()).isEqualTo(Source.RECORDED);
    assertThat(again.counter()).isEqualTo("recorded");
    assertThat(again.counts()).isEqualTo(first.counts());
    assertThat(again.counted()).isEqualTo(first.counted());
    assertThat(again.verdicts())
        .extracting(Verdict::outcome)
        .isEqualTo(first.verdicts().stream().map(Verdict::outcome).toList());
  }

  @Test
  void bareCountsAreReplayedOfAMachineWithoutAName(@TempDir Path folder) throws IOException {
    Counts first = find("fig8").quick().run();
    Files.writeString(folder.resolve("counts.csv"), BareCounts.write(first.counts()));
    CounterSetup setup = CounterSetup.of(CounterFigures.L1D_MISSES).recording(folder);
    Counts again = setup.quick().seed(1).progress(Progress.Listener.SILENT).run();
    assertThat(again.counts()).isEqualTo(first.counts());
    assertThat(again.counted().headline()).contains("does not name");
    assertThat(again.verdicts()).extracting(Verdict::outcome).containsOnly(Outcome.NOT_MEASURABLE);
  }

  @Test
  void chartsAndPagesNameTheirSource() {
    Counts result = find("fig4").quick().run();
    assertThat(result.toHtml()).contains("emulated · model of xeon-d-1541", "L1d 32 KiB");
    assertThat(result.chart().getSeriesCollection())
        .extracting(XYSeries::getName)
        .contains("L1d misses, single", "dTLB misses, switch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fig4", "fig6", "fig8", "fig10", "fig12"})
  void theDocumentFollowsTheSchema(String figure, @TempDir Path folder) {
    Counts result = find(figure).repetitions(2).sizesBytes(4096).run();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RunSchema.text());
    assertThat(schema.validate(ResultJson.document(result, folder), InputFormat.JSON)).isEmpty();
  }

  @Test
  void oneRepetitionIsDoubtedAndHasAValueWithoutAnInterval() {
    Counts once = find("fig8").quick().repetitions(1).run();
    assertThat(once.has(WarningCode.SINGLE_REPETITION)).isTrue();
    assertThat(once.rows(CurveTable.TABLE).rows())
        .isNotEmpty()
        .allMatch(row -> row.has(CurveTable.VALUE) && !row.has(Column.ESTIMATE_NAME));
    assertThat(once.figure().marks(Mark.Series.class))
        .allMatch(line -> line.dots().stream().noneMatch(Dot::hasInterval));
    assertThat(once.toText(TextStyle.PLAIN)).doesNotContain("±");
    assertThat(once.verdicts())
        .as("no verdict rests on what was counted once")
        .extracting(Verdict::outcome)
        .doesNotContain(Outcome.CONFIRMED, Outcome.REFUTED);
    assertThat(find("fig8").quick().run().has(WarningCode.SINGLE_REPETITION)).isFalse();
  }

  @Test
  void aCurveIsReadByFlowAndStride() {
    Counts result = find("fig8").run();
    var drawn = result.curve(Variant.PAIR, 64);
    assertThat(drawn)
        .isEqualTo(
            result
                .curves(CounterEvent.L1D_MISSES)
                .curve(Level.KERNEL, 64, Variant.PAIR, CountUnit.PER_MESSAGE));
    int large = drawn.indexOf(64 << 10).orElseThrow();
    assertThat(drawn.values().get(large).value()).isEqualTo(8192 + 20);
    Row rate =
        result
            .curves(CounterEvent.L1D_MISSES)
            .points(Level.KERNEL, 64, Variant.PAIR, CountUnit.PER_THOUSAND_INSTRUCTIONS)
            .get(large);
    assertThat(rate.number(CurveTable.VALUE).orElseThrow())
        .isCloseTo(1e3 * 8212 / (4 * 8192 + 2100), within(0.01));
  }

  @Test
  void badSettingsAreNamed() {
    CounterSetup setup = find("fig8");
    assertThatThrownBy(() -> setup.repetitions(0)).hasMessageContaining("repetitions is 0");
    assertThatThrownBy(() -> setup.source("pmu")).hasMessageContaining("emulated");
    assertThatThrownBy(() -> setup.preset("vax")).hasMessageContaining("xeon-d-1541");
    assertThatThrownBy(() -> setup.stridesBytes(0)).hasMessageContaining("stride 0");
    assertThatThrownBy(() -> setup.sizesBytes()).hasMessageContaining("sizes");
    assertThatThrownBy(() -> setup.precision(.1)).hasMessageContaining("precision");
    assertThatThrownBy(() -> setup.set("vary", "noise")).hasMessageContaining("timer");
    assertThatThrownBy(() -> setup.set("variant", "single")).hasMessageContaining("no use");
    assertThatThrownBy(
            () ->
                CounterSetup.of(CounterFigures.L1D_MISSES)
                    .source("recorded")
                    .progress(Progress.Listener.SILENT)
                    .run())
        .hasMessageContaining("recording");
    assertThatThrownBy(() -> KernelSwitchCost.EXPERIMENT.setup().level(Level.USER))
        .hasMessageContaining("kernel-switch has no use for 'level'");
  }

  @Test
  void wordsAndMethodsSetTheSame() {
    assertThat(find("fig8").preset("Xeon-D-1541").plan().settings())
        .isEqualTo(find("fig8").plan().settings());
    assertThat(find("fig8").disturbance(Disturbance.NONE).plan().chosen("vary", ""))
        .isEqualTo("none");
    assertThat(find("fig8").disturbance(new Disturbance(true, true)).plan().chosen())
        .containsEntry("vary", List.of("timer", "placement"));
  }

  @Test
  void whatTheSourceCannotDoEndsTheExperimentWithItsReason() {
    var none = new CounterSources(List.of());
    assertThatThrownBy(() -> find("fig8").sources(none).source("auto").run())
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("l1d-misses measured nothing")
        .hasMessageContaining("no source of counts");
    assertThatThrownBy(() -> find("fig8").sources(breaking(0, false)).run())
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("it broke");
  }

  /** Hands over {@code most} counts and breaks, or is interrupted. */
  private CounterSources breaking(int most, boolean byInterrupt) {
    CounterSource source =
        new CounterSource() {
          @Override
          public String name() {
            return "emulated";
          }

          @Override
          public Set<CounterEvent> events() {
            return emulated.events();
          }

          @Override
          public void count(
              List<Phase> phases,
              int repetitions,
              long seed,
              Progress.Listener progress,
              Consumer<PhaseCounts> sink) {
            emulated.count(phases, repetitions, seed, progress).stream().limit(most).forEach(sink);
            if (byInterrupt) {
              Thread.currentThread().interrupt();
            }
            throw new CounterException("it broke", null);
          }

          @Override
          public List<Warning> warnings() {
            return List.of();
          }

          @Override
          public void close() {}
        };
    return new CounterSources(List.of(new CounterSources.Candidate("emulated", () -> source)));
  }

  @Test
  void anInterruptKeepsWhatWasCounted(@TempDir Path folder) {
    Path stored = folder.resolve("cut");
    List<Progress> reports = new ArrayList<>();
    CounterSetup setup = find("fig8").sources(breaking(21, true));
    Counts cut = setup.saveTo(stored).progress(reports::add).run();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(cut.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(cut.counts()).hasSize(21);
    assertThat(reports.getLast().finished()).isTrue();
    assertThat(cut.verdicts()).isNotEmpty();
    assertThat(cut.toHtml()).contains("interrupted");
    assertThat(Catalogue.load(stored)).isEqualTo(cut);
  }

  @Test
  void aFailureOnTheWayLosesOnlyTheRest() {
    Counts cut = find("fig8").sources(breaking(20, false)).run();
    assertThat(cut.counts()).hasSize(20);
    assertThat(cut.has(WarningCode.RUNNER_FAILED)).isTrue();
  }

  @Test
  void aKilledRunLeavesAFolderThatLoads(@TempDir Path folder) throws IOException {
    Path stored = folder.resolve("fig8");
    Counts whole = find("fig8").run();
    ResultWriter.begin(
            stored,
            ResultData.begun(whole.source(), whole.measuredAt(), whole.machine(), whole.plan()))
        .append(whole.observations());
    Path observations = stored.resolve(ResultFolder.OBSERVATIONS);
    String text = Files.readString(observations);
    Files.writeString(observations, text.substring(0, text.length() - 5));
    Counts loaded = (Counts) Catalogue.load(stored);
    assertThat(loaded.counts()).hasSize(whole.counts().size() - 1);
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(loaded.toText(TextStyle.PLAIN)).contains("not known");
  }

  @Test
  void thePresentLevelIsKeptByThePlanAlone(@TempDir Path folder) {
    Path stored = folder.resolve("fig9");
    find("fig9").quick().saveTo(stored).run();
    assertThat(((Counts) Catalogue.load(stored)).level()).isEqualTo(Level.USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void texts(String locale) {
    Golden.matches("counts.txt", locale, () -> find("fig8").run().toText(TextStyle.PLAIN));
    Golden.matches(
        "counts-spread.txt",
        locale,
        () -> find("fig12").repetitions(6).run().toText(TextStyle.PLAIN));
  }
}
