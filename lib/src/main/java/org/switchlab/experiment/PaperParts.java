package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.emulator.Disturbance;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CountOptions;
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
    Consumer<PaperResult.Part> found)
    implements Procedure {

  /** How often each point is counted. */
  private static final int REPETITIONS = 3;

  /** What the measured figures may take each; the counted ones take what they take. */
  private static final Duration LONGEST = Duration.ofSeconds(80);

  /** The figure that shows how repetitions differ takes more of them. */
  private static final String SPREAD = "fig12";

  private static final int SPREAD_REPETITIONS = 10;

  /** Goes on being counted as often however quick it is: it compares machines. */
  private static final String COMPARISON = "what-if";

  /** A first look is all that there is time for. */
  private static final Set<String> ALWAYS_QUICK = Set.of("peak-origin");

  private static final String INTERRUPTED = "the run was interrupted before it";

  @Override
  public List<Factor> options() {
    return List.of(EffortOptions.QUICK);
  }

  @Override
  public Effort effort(Choices choices) {
    return Efforts.counted(REPETITIONS);
  }

  @Override
  public List<Column> measures() {
    return PaperResult.MEASURES;
  }

  @Override
  public Measured measure(Task task) {
    List<Observation> seen = new ArrayList<>();
    List<Warning> interrupts = new ArrayList<>();
    try (var counts = new PaperCounts(task, sources)) {
      List<Setting> settings = task.plan().settings();
      for (Setting setting : settings) {
        String name = setting.text(Paper.FIGURE);
        PaperResult.Part part =
            interrupts.isEmpty()
                ? part(name, task, counts, progress(task, name, seen.size(), settings.size()))
                : new PaperResult.Part(name, null, INTERRUPTED);
        interrupts.addAll(interrupt(part));
        found.accept(part);
        seen.add(PaperResult.observation(setting, part));
        task.recorder().accept(seen.getLast());
      }
      return new Measured(
              Source.MEASURED, seen, Map.of(), List.of(), interrupts, !interrupts.isEmpty())
          .withWarnings(counts.passedOver());
    }
  }

  private PaperResult.Part part(
      String name, Task task, PaperCounts counts, Progress.Listener listener) {
    try {
      Setup<?> setup = setUp(name, opener.apply(name), task, counts).progress(listener);
      if (folder != null) {
        setup.saveTo(folder.resolve(name));
      }
      return new PaperResult.Part(name, setup.run(), "");
    } catch (ExperimentException | CounterException e) {
      return new PaperResult.Part(name, null, String.valueOf(e.getMessage()));
    }
  }

  private static List<Warning> interrupt(PaperResult.Part part) {
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

  /** One figure, set up within its share; it counts by {@code counts}. */
  private static Setup<?> setUp(String name, Setup<?> setup, Task task, PaperCounts counts) {
    Choices choices = task.choices();
    setup.seed(task.plan().seed());
    boolean quick = choices.quick() || ALWAYS_QUICK.contains(name);
    if (quick) {
      setup.quick();
    } else if (setup.takes("budget")) {
      setup.budget(LONGEST);
    }
    if (setup.takes("preset")) {
      setup.preset(choices.text(CountOptions.PRESET.name()));
    }
    if (setup.takes("repetitions")) {
      setup.repetitions(repetitions(name, quick));
    }
    setup.countedBy(counts::shared);
    return setup;
  }

  private static int repetitions(String name, boolean quick) {
    return switch (name) {
      case SPREAD -> quick ? SPREAD_REPETITIONS / 2 : SPREAD_REPETITIONS;
      case COMPARISON -> REPETITIONS;
      default -> quick ? REPETITIONS - 1 : REPETITIONS;
    };
  }

  /**
   * The one source by which all figures of a run of the paper count, opened when one of them asks.
   */
  private static final class PaperCounts implements AutoCloseable {

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

  /**
   * A source that counts each phase once, however many figures show it: one count of a phase has
   * all events. A figure that closes it leaves it open for the next; {@link #end} ends it.
   */
  static final class SharedCounts implements CounterSource {

    private final CounterSource source;
    private final Map<Phase, List<PhaseCounts>> known = new LinkedHashMap<>();

    SharedCounts(CounterSource source) {
      this.source = source;
    }

    @Override
    public String name() {
      return source.name();
    }

    @Override
    public Set<CounterEvent> events() {
      return source.events();
    }

    @Override
    public void count(
        List<Phase> phases,
        int repetitions,
        long seed,
        Progress.Listener progress,
        Consumer<PhaseCounts> sink) {
      List<Phase> missing =
          phases.stream()
              .filter(p -> known.getOrDefault(p, List.of()).size() < repetitions)
              .toList();
      if (!missing.isEmpty()) {
        missing.forEach(known::remove);
        source.count(missing, repetitions, seed, progress, this::keep);
      }
      phases.stream()
          .flatMap(p -> known.getOrDefault(p, List.of()).stream().limit(repetitions))
          .forEach(sink);
    }

    private void keep(PhaseCounts one) {
      known.computeIfAbsent(one.phase(), phase -> new ArrayList<>()).add(one);
    }

    @Override
    public List<Warning> warnings() {
      return source.warnings();
    }

    /** Nothing: the next figure goes on. */
    @Override
    public void close() {}

    /** Closes the source behind it. */
    void end() {
      source.close();
    }
  }
}
