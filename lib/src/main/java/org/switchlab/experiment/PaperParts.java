package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSources;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Measured;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.Task;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.table.Column;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Runs the experiments behind the paper's figures one by one. One that cannot be had leaves a gap,
 * and the rest goes on.
 *
 * @param opener opens the experiment behind a figure
 * @param folder where each stores its result, in a folder of its name; absent if nowhere
 * @param sources what to count by, if it is not the usual list
 * @param found is given each as soon as it is done
 */
record PaperParts(
    Function<String, Setup<?>> opener,
    @Nullable Path folder,
    @Nullable Supplier<CounterSources> sources,
    Consumer<PaperPart> found)
    implements Procedure {

  private static final String INTERRUPTED = "the run was interrupted before it";

  @Override
  public List<Factor> options() {
    return List.of(EffortOptions.QUICK);
  }

  @Override
  public Effort effort(Choices choices) {
    return Efforts.counted(PaperShare.REPETITIONS);
  }

  @Override
  public List<Column> measures() {
    return PaperTables.MEASURES;
  }

  @Override
  public Measured measure(Task task) {
    List<Observation> seen = new ArrayList<>();
    List<Warning> interrupts = new ArrayList<>();
    try (var counts = new PaperCounts(task, sources)) {
      List<Setting> settings = task.plan().settings();
      for (Setting setting : settings) {
        String name = setting.text(Paper.FIGURE);
        PaperPart part =
            interrupts.isEmpty()
                ? part(name, task, counts, progress(task, name, seen.size(), settings.size()))
                : new PaperPart(name, null, INTERRUPTED);
        interrupts.addAll(interrupt(part));
        found.accept(part);
        seen.add(PaperTables.observation(setting, part));
        task.recorder().accept(seen.getLast());
      }
      return new Measured(
              Source.MEASURED, seen, Map.of(), List.of(), interrupts, !interrupts.isEmpty())
          .withWarnings(counts.passedOver());
    }
  }

  private PaperPart part(String name, Task task, PaperCounts counts, Progress.Listener listener) {
    try {
      Setup<?> setup = PaperShare.of(name, opener.apply(name), task, counts).progress(listener);
      if (folder != null) {
        setup.saveTo(folder.resolve(name));
      }
      return new PaperPart(name, setup.run(), "");
    } catch (ExperimentException | CounterException e) {
      return new PaperPart(name, null, String.valueOf(e.getMessage()));
    }
  }

  private static List<Warning> interrupt(PaperPart part) {
    Result result = part.result();
    return result == null
        ? List.of()
        : result.warnings().stream().filter(w -> w.code() == WarningCode.INTERRUPTED).toList();
  }

  /** The share of the whole, out of the share of one figure. */
  private static Progress.Listener progress(Task task, String name, int index, int count) {
    return p ->
        task.progress()
            .report(
                new Progress(
                    (index + p.doneShare()) / count,
                    p.remaining(),
                    name + ": " + p.step(),
                    p.finished() && index == count - 1));
  }
}
