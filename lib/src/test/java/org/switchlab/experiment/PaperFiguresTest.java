package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.ScriptedSource;
import org.switchlab.experiment.Paper.PaperSetup;
import org.switchlab.run.Progress;

/** The whole paper with its own counter figures, by a source that counts by arithmetic. */
class PaperFiguresTest {

  private final ScriptedSource source = new ScriptedSource("emulated");

  private static PaperSetup paper(CounterSources sources, String... figures) {
    PaperSetup paper = Paper.open().figures(figures).sources(() -> sources);
    paper.seed(1).progress(Progress.Listener.SILENT);
    return paper;
  }

  private static Verdict verdict(PaperResult result, String id) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void claimsAreAnsweredByTheFiguresThatBearOnThem() {
    PaperResult result = paper(source.alone(), "fig4", "fig8", "fig10").quick().run();
    assertThat(verdict(result, "CS-14").outcome()).isNotEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(verdict(result, "CS-1").outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(verdict(result, "CS-1").why()).contains("No figure of this run");
    assertThat(source.isClosed()).isTrue();
  }

  @Test
  void theFolderLoadsEqual(@TempDir Path folder) {
    PaperResult result = paper(source.alone(), "fig6", "fig8").quick().saveTo(folder).run();
    assertThat(result.parts()).extracting(PaperResult.Part::gap).containsOnly("");
    assertThat(Paper.EXPERIMENT.load(folder)).isEqualTo(result);
    assertThat(Catalogue.load(folder.resolve("fig8"))).isEqualTo(result.results().getLast());
  }

  @Test
  void theSpreadIsCountedMoreOften() {
    PaperResult result = paper(source.alone(), "fig8", "fig12").run();
    assertThat(result.results())
        .extracting(part -> part.plan().effort().passes())
        .containsExactly(3, 10);
  }

  @Test
  void aGapIsTheReasonOfItsClaims() {
    var none =
        new CounterSources(
            List.of(
                new CounterSources.Candidate(
                    "perf",
                    () -> {
                      throw new CounterException("no counters here: try --source emulated", null);
                    })));
    PaperResult result = paper(none, "fig8", "fig12").run();
    assertThat(result.parts()).hasSize(2).allMatch(part -> part.gap().contains("no counters"));
    assertThat(verdict(result, "CS-17").why()).contains("fig12 could not be run");
  }
}
