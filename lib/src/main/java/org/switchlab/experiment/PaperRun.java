package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSources;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.result.Frame;
import org.switchlab.result.PaperPart;
import org.switchlab.result.PaperResult;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.warning.Warning;

/** One run of the whole paper: a figure that cannot be had leaves a gap, and the rest goes on. */
final class PaperRun {

  private final PaperExperiment experiment;
  private final Machine machine;
  private final Plan plan;
  private final List<Warning> passedOver = new ArrayList<>();
  private @Nullable SharedCounts counts;

  PaperRun(PaperExperiment experiment, Machine machine, Plan plan) {
    this.experiment = experiment;
    this.machine = machine;
    this.plan = plan;
  }

  PaperResult result() {
    Frame begun = Frame.begun(Source.MEASURED, SwitchCostRun.now(), machine, plan);
    Recording recording = new Recording(experiment.folder(), PaperResult.KIND, begun);
    List<PaperPart> parts = parts();
    var ran =
        new PaperResult(begun.withWarnings(machine.problems()).withWarnings(passedOver), parts);
    var result = ran.withFrame(ran.frame().withVerdicts(verdicts(ran)));
    return result.withFrame(recording.finish(result));
  }

  private List<PaperPart> parts() {
    List<PaperPart> parts = new ArrayList<>();
    List<String> names = experiment.chosen();
    try {
      for (int i = 0; i < names.size() && !Thread.currentThread().isInterrupted(); i++) {
        parts.add(part(names.get(i), progress(names.get(i), i, names.size())));
      }
    } finally {
      if (counts != null) {
        counts.end();
      }
    }
    return parts;
  }

  private PaperPart part(String name, Progress.Listener listener) {
    try {
      Experiment<?> figure = experiment.figure(name, this::shared).progress(listener);
      Path folder = experiment.folder();
      if (folder != null) {
        figure.saveTo(folder.resolve(name));
      }
      return new PaperPart(name, figure.run(), "");
    } catch (ExperimentException | CounterException e) {
      return new PaperPart(name, null, String.valueOf(e.getMessage()));
    }
  }

  /** The one source all figures count by, opened when the first of them asks. */
  private CounterSources shared() {
    if (counts == null) {
      CounterSources.Choice choice = experiment.sources().choose(experiment.source());
      passedOver.addAll(choice.warnings());
      counts = new SharedCounts(choice.source());
    }
    SharedCounts one = counts;
    return new CounterSources(List.of(new CounterSources.Candidate(one.name(), () -> one)));
  }

  /** The share of the whole, out of the share of one figure. */
  private Progress.Listener progress(String name, int index, int count) {
    Progress.Listener to = experiment.listener();
    return p ->
        to.report(
            new Progress(
                (index + p.doneShare()) / count,
                p.remaining(),
                name + ": " + p.step(),
                p.finished() && index == count - 1));
  }

  /** One answer to each claim: of several the one that decides, or comes nearest to it. */
  private static List<Verdict> verdicts(PaperResult result) {
    return Claims.load().stream().map(claim -> verdict(claim, result)).toList();
  }

  private static Verdict verdict(Claim claim, PaperResult result) {
    return result.results().stream()
        .map(Result::verdicts)
        .flatMap(List::stream)
        .filter(verdict -> verdict.id().equals(claim.id()))
        .min(Comparator.comparing(Verdict::outcome, Comparator.comparingInt(PaperRun::openness)))
        .orElseGet(() -> unanswered(claim, result));
  }

  private static int openness(Outcome outcome) {
    return switch (outcome) {
      case CONFIRMED, REFUTED -> 0;
      case INCONCLUSIVE -> 1;
      case NOT_MEASURABLE -> 2;
    };
  }

  private static Verdict unanswered(Claim claim, PaperResult result) {
    String why =
        result.parts().stream()
            .filter(part -> part.result() == null && bearsOn(claim, part))
            .map(part -> "%s could not be run: %s".formatted(part.name(), part.gap()))
            .findFirst()
            .orElse("No figure of this run bears on it");
    return new Verdict(claim.id(), Outcome.NOT_MEASURABLE, claim.published(), "", why);
  }

  private static boolean bearsOn(Claim claim, PaperPart part) {
    return Catalogue.find(part.name()).definition().claimIds().contains(claim.id());
  }
}
