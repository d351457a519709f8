package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.Phases;
import org.switchlab.counter.ScriptedSource;
import org.switchlab.result.PaperResult;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.result.RunSchema;
import org.switchlab.run.Progress;

class PaperExperimentTest {

  private final ScriptedSource source = new ScriptedSource("emulated");

  private PaperExperiment paper(String... figures) {
    return Paper.open()
        .figures(figures)
        .sources(source::alone)
        .seed(1)
        .progress(Progress.Listener.SILENT);
  }

  @Test
  void everyClaimIsAnsweredOnceAndAGapSaysWhy() {
    PaperResult result = paper("fig4", "fig8", "fig10").quick().run();
    assertThat(result.verdicts())
        .extracting(Verdict::id)
        .isEqualTo(Claims.load().stream().map(Claim::id).toList());
    assertThat(outcome(result, "CS-14")).isNotEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(outcome(result, "CS-1")).isEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(result.verdicts().getFirst().why()).contains("No figure of this run");
    assertThat(source.isClosed()).isTrue();
  }

  private static Outcome outcome(PaperResult result, String id) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.id().equals(id))
        .map(Verdict::outcome)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theReportHasEveryFigureInlineAndTheFolderLoadsEqual(@TempDir Path folder)
      throws IOException {
    Path stored = folder.resolve("paper");
    PaperResult result = paper("fig6", "fig8").quick().saveTo(stored).run();
    String report = Files.readString(stored.resolve(PaperResult.REPORT));
    assertThat(report)
        .startsWith("<!DOCTYPE html>")
        .contains("<h2>fig6", "<h2>fig8", "<svg", "CS-21", "<h2>Machine</h2>", "<h2>Method</h2>")
        .doesNotContain("http://localhost", "<script");
    assertThat(Result.load(stored)).isEqualTo(result);
    assertThat(Result.load(stored.resolve("fig8"))).isEqualTo(result.results().getLast());
    assertThat(RunSchema.errors(ResultJson.document(result, stored))).isEmpty();
    result.save(folder.resolve("copy"));
    assertThat(Result.load(folder.resolve("copy"))).isEqualTo(result);
  }

  @Test
  void aFigureThatCannotBeRunLeavesAGapAndTheRestGoesOn() {
    var none =
        new CounterSources(
            List.of(
                new CounterSources.Candidate(
                    "perf",
                    () -> {
                      throw new CounterException("no counters here: try --source emulated", null);
                    })));
    PaperResult result =
        Paper.open()
            .figures("fig8", "fig12")
            .sources(() -> none)
            .seed(1)
            .progress(Progress.Listener.SILENT)
            .run();
    assertThat(result.parts()).hasSize(2).allMatch(part -> part.gap().contains("no counters"));
    assertThat(result.toHtml()).contains("Not run:", "try --source emulated");
    assertThat(result.verdicts())
        .filteredOn(verdict -> verdict.id().equals("CS-17"))
        .allMatch(verdict -> verdict.why().contains("fig12 could not be run"));
  }

  @Test
  void aFigureThePaperHasNotIsNamed() {
    assertThatThrownBy(() -> Paper.open().figures("fig13")).hasMessageContaining("fig12");
    assertThatThrownBy(() -> Paper.open().figures()).hasMessageContaining("at least one");
  }

  @Test
  void aPhaseIsCountedOnceHoweverManyFiguresShowIt() {
    var asked = new AtomicInteger();
    CounterSource counting = new Counting(source, asked);
    var shared = new SharedCounts(counting);
    List<Phase> small = Phases.of(Level.KERNEL, List.of(4096L), List.of(8L));
    List<Phase> both = Phases.of(Level.KERNEL, List.of(4096L, 8192L), List.of(8L));
    var first = shared.count(small, 2, 1, Progress.Listener.SILENT);
    var second = shared.count(both, 2, 1, Progress.Listener.SILENT);
    assertThat(asked).hasValue(4);
    assertThat(second).hasSize(8).containsAll(first);
    assertThat(shared.count(both, 1, 1, Progress.Listener.SILENT)).hasSize(4);
    assertThat(asked).hasValue(4);
    assertThat(shared.count(small, 3, 1, Progress.Listener.SILENT)).hasSize(6);
    assertThat(asked).hasValue(6);
  }

  /** Counts the phases it is asked for. */
  private record Counting(CounterSource to, AtomicInteger asked) implements CounterSource {
    @Override
    public String name() {
      return to.name();
    }

    @Override
    public java.util.Set<org.switchlab.counter.CounterEvent> events() {
      return to.events();
    }

    @Override
    public void count(
        List<Phase> phases,
        int repetitions,
        long seed,
        Progress.Listener progress,
        java.util.function.Consumer<org.switchlab.counter.PhaseCounts> sink) {
      asked.addAndGet(phases.size());
      to.count(phases, repetitions, seed, progress, sink);
    }

    @Override
    public List<org.switchlab.warning.Warning> warnings() {
      return to.warnings();
    }

    @Override
    public void close() {
      to.close();
    }
  }
}
