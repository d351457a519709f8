package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.ScriptedSource;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.experiment.Paper.PaperSetup;
import org.switchlab.result.ResultFolder;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.table.Column;
import org.switchlab.warning.WarningCode;

/** The whole paper, of which other experiments stand for the figures. */
class PaperTest {

  private final ScriptedSource source = new ScriptedSource("emulated");

  private PaperSetup paper(Map<String, Setup<?>> figures) {
    PaperSetup paper =
        Paper.open().figures(figures.keySet().toArray(String[]::new)).sources(source::alone);
    paper.opening(figures::get).seed(1).progress(Progress.Listener.SILENT);
    return paper;
  }

  private static Verdict verdict(PaperResult result, String id) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyClaimIsAnsweredOnceAndAGapSaysWhy() {
    PaperResult result =
        paper(
                Map.of(
                    "fig4", StandIn.answering("fig4", "CS-7", Outcome.INCONCLUSIVE),
                    "fig8", StandIn.answering("fig8", "CS-7", Outcome.REFUTED),
                    "fig10", StandIn.answering("fig10", "CS-8", Outcome.NOT_MEASURABLE)))
            .run();
    List<String> ids = Claim.ofStudy().stream().map(Claim::id).toList();
    assertThat(result.verdicts()).extracting(Verdict::id).isEqualTo(ids);
    assertThat(verdict(result, "CS-7").outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(verdict(result, "CS-7").here()).isEqualTo("fig8");
    assertThat(verdict(result, "CS-8").why()).isEqualTo("because");
    assertThat(verdict(result, "CS-1").outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(verdict(result, "CS-1").why()).contains("No figure of this run");
    assertThat(source.isClosed()).isTrue();
  }

  @Test
  void theMainTableHasARowAClaim() {
    PaperResult result =
        paper(Map.of("fig8", StandIn.answering("fig8", "CS-7", Outcome.REFUTED))).run();
    assertThat(result.rows().columns())
        .extracting(Column::name)
        .containsExactly("claim", "verdict", "published", "here", "why");
    assertThat(result.rows().size()).isEqualTo(Claim.ofStudy().size());
    assertThat(result.rows().where("claim", "CS-7").first().orElseThrow().text("verdict"))
        .isEqualTo("refuted");
    assertThat(result.rows("figures").first().orElseThrow().text("title"))
        .isEqualTo("What stands for fig8");
  }

  @Test
  void theReportHasEveryFigureInlineAndTheFolderLoadsEqual(@TempDir Path folder)
      throws IOException {
    Path stored = folder.resolve("paper");
    PaperResult result = twoFigures().saveTo(stored).run();
    String report = Files.readString(stored.resolve(PaperResult.REPORT));
    assertThat(report)
        .startsWith("<!DOCTYPE html>")
        .contains("<h2>fig6: What stands for fig6", "<h2>fig8", "<svg", "CS-21")
        .contains("<h2>Machine</h2>", "<h2>Method</h2>", "Of the paper&#39;s claims: ")
        .doesNotContain("http://localhost", "<script");
    assertThat(Paper.EXPERIMENT.load(stored)).isEqualTo(result);
    assertThat(Catalogue.load(stored.resolve("fig8"))).isEqualTo(result.results().getLast());
    result.save(folder.resolve("copy"));
    PaperResult copy = Paper.EXPERIMENT.load(folder.resolve("copy"));
    assertThat(copy).isEqualTo(result).hasSameHashCodeAs(result);
    assertThat(copy.report()).isEqualTo(report);
  }

  private Setup<PaperResult> twoFigures() {
    return paper(
            Map.of(
                "fig6", StandIn.of("fig6", StandIn.Fate.DONE),
                "fig8", StandIn.answering("fig8", "CS-7", Outcome.CONFIRMED)))
        .quick();
  }

  @Test
  void aNotebookThatShowsTheFirstChartItselfGetsItOnce() {
    PaperResult result = twoFigures().run();
    Svg.check(result.figures());
    assertThat(result.toHtml().split("<svg", -1)).hasSize(3);
    assertThat(result.detailsHtml().split("<svg", -1)).hasSize(2);
    assertThat(result.figure().notes()).first().isEqualTo("fig6: What stands for fig6");
  }

  @Test
  void aFigureWithOtherNumbersMakesAnotherResult() {
    PaperResult result = twoFigures().run();
    var without =
        new PaperResult(result.data(), result.presentation(), result.parts().subList(0, 1));
    assertThat(without).isNotEqualTo(result);
  }

  @Test
  void aFigureThatCannotBeRunLeavesAGapAndTheRestGoesOn(@TempDir Path folder) {
    Path stored = folder.resolve("paper");
    PaperResult result =
        paper(
                Map.of(
                    "fig3", StandIn.of("fig3", StandIn.Fate.FAILED),
                    "fig8", StandIn.answering("fig8", "CS-7", Outcome.CONFIRMED)))
            .saveTo(stored)
            .run();
    assertThat(result.parts()).extracting(PaperResult.Part::name).containsExactly("fig3", "fig8");
    assertThat(result.parts().getFirst().gap()).contains("no runner here: build it");
    assertThat(result.results()).hasSize(1);
    assertThat(result.toHtml()).contains("Not run:", "no runner here: build it");
    assertThat(verdict(result, "CS-1").why())
        .contains("fig3 could not be run: stand-in-fig3 measured nothing");
    assertThat(Paper.EXPERIMENT.load(stored)).isEqualTo(result);
  }

  @Test
  void withoutAnySourceEachCountedFigureIsAGap(@TempDir Path folder) {
    var none =
        new CounterSources(
            List.of(
                new CounterSources.Candidate(
                    "perf",
                    () -> {
                      throw new CounterException("no counters here: try --source emulated", null);
                    })));
    Path stored = folder.resolve("paper");
    PaperSetup setup =
        paper(
            Map.of(
                "fig8", StandIn.of("fig8", StandIn.Fate.DONE),
                "fig12", StandIn.of("fig12", StandIn.Fate.DONE)));
    PaperResult result = setup.sources(() -> none).saveTo(stored).run();
    assertThat(result.parts()).hasSize(2).allMatch(part -> part.gap().contains("no counters"));
    assertThat(result.toHtml()).contains("Not run:", "try --source emulated");
    assertThat(result.toString()).contains("Run: none.", "nothing measured");
    assertThat(Paper.EXPERIMENT.load(stored)).isEqualTo(result);
  }

  @Test
  void aFigureThePaperHasNotIsNamed() {
    assertThatThrownBy(() -> Paper.open().figures("fig13"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("figures is fig13")
        .hasMessageContaining("fig12");
    assertThatThrownBy(() -> Paper.open().figures()).hasMessageContaining("at least one");
    assertThatThrownBy(() -> Paper.open().source("guess")).hasMessageContaining("emulated");
    assertThatThrownBy(() -> Paper.open().preset("guess")).hasMessageContaining("xeon-d-1541");
    assertThatThrownBy(() -> Paper.open().sizesBytes(64)).hasMessageContaining("figures");
  }

  @Test
  void figuresStandInThePapersOrder() {
    assertThat(Paper.open().figures("fig8", "fig3", "what-if").settings())
        .extracting(setting -> setting.text("figure"))
        .containsExactly("fig3", "fig8", "what-if");
    assertThat(Paper.open().settings()).hasSize(12);
    assertThat(Paper.EXPERIMENT.isCalled("all")).isTrue();
  }

  @Test
  void eachFigureIsToldItsShare() {
    Map<String, Setup<?>> figures =
        Map.of(
            "fig3", StandIn.of("fig3", StandIn.Fate.DONE),
            "fig12", StandIn.of("fig12", StandIn.Fate.DONE),
            "peak-origin", StandIn.of("peak-origin", StandIn.Fate.DONE));
    PaperResult result = paper(figures).preset("this").run();
    assertThat(told(result, "fig3"))
        .containsEntry("budgetNs", List.of(80_000_000_000L))
        .containsEntry("repetitions", List.of(3L))
        .containsEntry("preset", List.of("this"))
        .containsEntry("seed", List.of(1L))
        .doesNotContainKey("quick");
    assertThat(told(result, "fig12")).containsEntry("repetitions", List.of(10L));
    assertThat(told(result, "peak-origin"))
        .containsEntry("quick", List.of(true))
        .doesNotContainKey("budgetNs");
  }

  @Test
  void quickIsForAllOfThem() {
    PaperResult result =
        paper(
                Map.of(
                    "fig3", StandIn.of("fig3", StandIn.Fate.DONE),
                    "fig12", StandIn.of("fig12", StandIn.Fate.DONE),
                    "what-if", StandIn.of("what-if", StandIn.Fate.DONE)))
            .quick()
            .run();
    assertThat(told(result, "fig3"))
        .containsEntry("quick", List.of(true))
        .containsEntry("repetitions", List.of(2L));
    assertThat(told(result, "fig12")).containsEntry("repetitions", List.of(5L));
    assertThat(told(result, "what-if")).containsEntry("repetitions", List.of(3L));
  }

  private static Map<String, List<Object>> told(PaperResult result, String name) {
    return result.parts().stream()
        .filter(part -> part.name().equals(name))
        .map(PaperResult.Part::result)
        .findFirst()
        .orElseThrow()
        .plan()
        .chosen();
  }

  @Test
  void whoStopsItKeepsWhatItHad(@TempDir Path folder) {
    Path stored = folder.resolve("paper");
    PaperResult result =
        paper(
                Map.of(
                    "fig6", StandIn.of("fig6", StandIn.Fate.INTERRUPTED),
                    "fig8", StandIn.of("fig8", StandIn.Fate.DONE)))
            .saveTo(stored)
            .run();
    assertThat(result.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(result.results()).hasSize(1);
    assertThat(result.parts().getLast().gap()).contains("interrupted");
    assertThat(Paper.EXPERIMENT.load(stored)).isEqualTo(result);
  }

  @Test
  void aKilledRunKeepsTheFiguresItHad(@TempDir Path folder) {
    PaperResult whole = twoFigures().run();
    Path stored = folder.resolve("paper");
    ResultWriter.begin(stored, SampleTeaching.begun(whole.plan()))
        .append(whole.observations().subList(0, 1));
    whole.results().getFirst().save(stored.resolve("fig6"));
    PaperResult loaded = Paper.EXPERIMENT.load(stored);
    assertThat(loaded.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(loaded.parts()).isEqualTo(whole.parts().subList(0, 1));
    assertThat(loaded.report()).contains("<h2>fig6");
    assertThat(stored.resolve(ResultFolder.SUMMARY)).doesNotExist();
  }

  @Test
  void progressRunsOverAllFigures() {
    List<Progress> reports = new ArrayList<>();
    // Another run on this host may come first: that this one waits for it is no progress.
    Progress.Listener listener =
        report -> reports.addAll(report.isWaiting() ? List.of() : List.of(report));
    twoFigures().progress(listener).run();
    assertThat(reports).extracting(Progress::doneShare).containsExactly(0.25, 0.5, 0.75, 1.0);
    assertThat(reports).first().extracting(Progress::step).isEqualTo("fig6: counting");
  }

  @Test
  void aTerminalTellsWhatWasRun() {
    PaperResult result = twoFigures().run();
    assertThat(result.toText(TextStyle.PLAIN))
        .startsWith("Deep Dive Into the Cost of Context Switch, on this machine\n")
        .contains("Of the paper's claims: 1 confirmed, 0 refuted", "Run: fig6, fig8.");
    assertThat(result.source()).isEqualTo(Source.MEASURED);
    assertThat(result.chartPng()).isNotEmpty();
  }
}
