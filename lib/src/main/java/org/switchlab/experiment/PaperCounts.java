package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSources;
import org.switchlab.emulator.Disturbance;
import org.switchlab.procedure.CountOptions;
import org.switchlab.procedure.Task;
import org.switchlab.warning.Warning;

/**
 * The one source by which all figures of a run of the paper count, opened when one of them asks.
 */
final class PaperCounts implements AutoCloseable {

  private final Task task;
  private final @Nullable Supplier<CounterSources> sources;
  private final List<Warning> passedOver = new ArrayList<>();
  private @Nullable SharedCounts counts;

  /**
   * Of one run.
   *
   * @param sources what to choose among, if it is not the usual list
   */
  PaperCounts(Task task, @Nullable Supplier<CounterSources> sources) {
    this.task = task;
    this.sources = sources;
  }

  /**
   * A choice that has no alternative.
   *
   * @throws org.switchlab.counter.CounterException if no source can be had
   */
  CounterSources shared() {
    if (counts == null) {
      CounterSources.Choice choice = all().choose(task.choices().text(Paper.SOURCE.name()));
      passedOver.addAll(choice.warnings());
      counts = new SharedCounts(choice.source());
    }
    SharedCounts one = counts;
    return new CounterSources(List.of(new CounterSources.Candidate(one.name(), () -> one)));
  }

  private CounterSources all() {
    return sources != null
        ? sources.get()
        : new CounterSources(
            List.of(
                CounterSources.perf(task.machine(), task.plan().cpu()),
                CounterSources.emulated(
                    CountOptions.geometry(task.choices()), Disturbance.USUAL, task.progress())));
  }

  /** One warning for each source that was passed over, and why. */
  List<Warning> passedOver() {
    return List.copyOf(passedOver);
  }

  @Override
  public void close() {
    if (counts != null) {
      counts.end();
    }
  }
}
