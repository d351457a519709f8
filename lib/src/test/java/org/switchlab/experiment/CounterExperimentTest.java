package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.XYSeries;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.Level;
import org.switchlab.counter.ScriptedSource;
import org.switchlab.result.CounterResult;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.result.RunSchema;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.view.CounterTable;
import org.switchlab.view.TextStyle;
import org.switchlab.warning.WarningCode;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class CounterExperimentTest {

  private final ScriptedSource emulated = new ScriptedSource("emulated");

  private CounterExperiment find(String name) {
    return ((CounterExperiment) Catalogue.find(name))
        .sources(emulated.alone())
        .source("emulated")
        .seed(1)
        .progress(Progress.Listener.SILENT);
  }

  @ParameterizedTest
  @CsvSource({
    "fig4, miss-rates, kernel, CS-7, CS-8",
    "fig4a, l1d-misses, kernel, CS-7,",
    "fig4b, dtlb-misses, kernel, CS-8,",
    "fig6, l1i-misses, kernel, CS-11,",
    "fig7, l1i-misses, user, CS-12,",
    "fig8, l1d-misses, kernel, CS-13, CS-14",
    "fig9, l1d-misses, user, CS-13, CS-14",
    "fig10, dtlb-misses, kernel, CS-8, CS-15",
    "fig11, dtlb-misses, user, CS-16,",
  })
  void eachFigureShowsItsLevelAndAnswersItsClaims(
      String figure, String name, String level, String first, String second) {
    CounterResult result = find(figure).quick().run();
    assertThat(result.experiment()).isEqualTo(name);
    assertThat(result.plan().title()).contains(level + " level");
    assertThat(result.verdicts()).extracting(Verdict::id).contains(first);
    if (second != null) {
      assertThat(result.verdicts()).extracting(Verdict::id).contains(second);
    }
    assertThat(result.source()).isEqualTo(Source.EMULATED);
    assertThat(result.toText(TextStyle.PLAIN)).contains("emulated · model of xeon-d-1541");
    assertThat(emulated.isClosed()).isTrue();
  }

  @Test
  void theRowsAreThoseOfTheCounterFigures() {
    Table table = find("l1d-misses").level(Level.USER).sizesBytes(4096, 65536).run().table();
    assertThat(table.columnNames()).isEqualTo(CounterTable.COLUMNS);
    assertThat(table.rowCount()).as("sizes × strides × flows × spaces").isEqualTo(2 * 2 * 2 * 3);
    assertThat(table.stringColumn("level").unique().asList()).containsExactly("user");
    for (Row row : table) {
      assertThat(row.getLong("switches") > 0).isEqualTo(row.getString("variant").equals("switch"));
    }
  }

  @Test
  void aLevelByNameIsTheFigureOfThatLevel() {
    assertThat(find("l1i-misses").level(Level.USER).figure().figure()).isEqualTo("Fig. 7");
    assertThat(find("fig4b").figure().unit().words()).contains("1000 instructions");
    assertThatThrownBy(() -> find("fig4b").level(Level.USER)).hasMessageContaining("user level");
    assertThatThrownBy(() -> find("fig12").level(Level.USER)).hasMessageContaining("both");
  }

  @Test
  void figureSevenCountsTheKernelLevelTooAndDrawsOnlyItsOwn() {
    CounterResult result = find("fig7").quick().run();
    assertThat(result.rows()).extracting(row -> row.level()).contains(Level.KERNEL, Level.USER);
    assertThat(result.figure().lines()).hasSize(2);
  }

  @Test
  void instructionCountsHaveARowARepetition() {
    CounterResult result = find("fig12").repetitions(6).sizesBytes(1024).run();
    assertThat(result.rows()).hasSize(6 * 2 * 2 * 3);
    assertThat(result.verdicts()).extracting(Verdict::id).containsExactly("CS-17", "CS-18");
    assertThat(result.toText(TextStyle.PLAIN)).contains("kernel level", "user level", "deviation");
  }

  @Test
  void aStoredResultLoadsEqualAndReplaysWithTheSameVerdicts(@TempDir Path folder) {
    Path stored = folder.resolve("fig8");
    CounterResult first = find("fig8").saveTo(stored).run();
    assertThat(Result.load(stored)).isEqualTo(first);
    CounterResult again =
        L1dMisses.open().recording(stored).seed(1).progress(Progress.Listener.SILENT).run();
    assertThat(again.source()).isEqualTo(Source.RECORDED);
    assertThat(again.counts()).isEqualTo(first.counts());
    assertThat(again.counting().machine()).isEqualTo(first.counting().machine());
    assertThat(again.verdicts())
        .extracting(Verdict::outcome)
        .isEqualTo(first.verdicts().stream().map(Verdict::outcome).toList());
  }

  @Test
  void chartsAndPagesNameTheirSource() {
    CounterResult result = find("fig4").quick().run();
    assertThat(result.toHtml()).contains("emulated · model of xeon-d-1541", "L1d 32 KiB");
    assertThat(result.chart().getSeriesCollection())
        .extracting(XYSeries::getName)
        .contains("L1d misses, single", "dTLB misses, switch");
  }

  @ParameterizedTest
  @CsvSource({"fig4", "fig6", "fig8", "fig10", "fig12"})
  void theDocumentFollowsTheSchema(String figure, @TempDir Path folder) throws IOException {
    CounterResult result = find(figure).repetitions(2).sizesBytes(4096).run();
    assertThat(RunSchema.errors(ResultJson.document(result, folder))).isEmpty();
  }

  @Test
  void oneRepetitionIsDoubted() {
    assertThat(find("fig8").quick().repetitions(1).run().has(WarningCode.SINGLE_REPETITION))
        .isTrue();
    assertThat(find("fig8").quick().run().has(WarningCode.SINGLE_REPETITION)).isFalse();
  }

  @Test
  void badSettingsAreNamed() {
    CounterExperiment experiment = find("fig8");
    assertThatThrownBy(() -> experiment.repetitions(0)).hasMessageContaining("repetitions is 0");
    assertThatThrownBy(() -> experiment.source("pmu")).hasMessageContaining("emulated");
    assertThatThrownBy(() -> experiment.preset("vax")).hasMessageContaining("xeon-d-1541");
    assertThatThrownBy(() -> experiment.stridesBytes(0)).hasMessageContaining("stride 0");
    assertThatThrownBy(() -> experiment.precision(.1)).hasMessageContaining("precision");
    assertThatThrownBy(() -> Catalogue.find("direct-cost").level(Level.USER))
        .hasMessageContaining("direct-cost has no use for a level");
  }

  @Test
  void whatTheSourceCannotDoEndsTheExperimentWithItsReason() {
    var none = new CounterSources(List.of());
    assertThatThrownBy(() -> find("fig8").sources(none).source("auto").run())
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("l1d-misses counted nothing");
  }

  @Test
  void everyFigureOfThePaperThatIsAMeasurementHasAnExperiment() {
    for (int figure : new int[] {3, 4, 6, 7, 8, 9, 10, 11, 12}) {
      assertThat(Catalogue.find("fig" + figure).definition().figure()).startsWith("Fig.");
    }
    assertThat(StreamSupport.stream(Catalogue.all().spliterator(), false).map(Definition::name))
        .doesNotHaveDuplicates();
  }
}
