package org.switchlab.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSources;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Procedure;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.run.ProgressDefault;

/**
 * An experiment being set up: say what differs from the default, then {@link #run()}.
 *
 * <p>Every value is checked at once. Not thread-safe.
 *
 * @param <R> what the run answers
 */
public class Setup<R extends Result> {

  private static final AtomicReference<@Nullable Result> LAST = new AtomicReference<>();

  private final Experiment<R> experiment;
  private final Map<String, List<Object>> given = new LinkedHashMap<>();
  private @Nullable Path folder;
  private Progress.@Nullable Listener listener;
  private @Nullable Long drawnSeed;

  /** Of an experiment as defined, with its defaults. */
  protected Setup(Experiment<R> experiment) {
    experiment.spec().check();
    this.experiment = experiment;
  }

  /** What is set up. */
  public final Experiment<R> experiment() {
    return experiment;
  }

  /**
   * Sets a factor.
   *
   * @param word of one of {@link #factors}, by its word or the name of its column
   * @param values one or more: numbers, text as on the command line, durations
   * @throws IllegalArgumentException if this experiment has no such factor, listing those it has;
   *     or if it does not allow a value
   */
  public Setup<R> set(String word, Object... values) {
    Factor factor =
        factors().stream()
            .filter(one -> one.word().equals(word) || one.name().equals(word))
            .findFirst()
            .orElseThrow(() -> unknown(word));
    given.put(factor.name(), factor.accept(Arrays.asList(values)));
    return this;
  }

  private IllegalArgumentException unknown(String word) {
    return new IllegalArgumentException(
        "%s has no use for '%s'; it can be told: %s"
            .formatted(
                experiment.name(),
                word,
                factors().stream().map(Factor::word).collect(Collectors.joining(", "))));
  }

  /** Everything that can be set here. */
  public final List<Factor> factors() {
    return experiment.spec().factors();
  }

  /** Whether it has a factor called {@code word}. */
  final boolean takes(String word) {
    return factors().stream().anyMatch(one -> one.word().equals(word));
  }

  /** Walks arrays of these sizes, in bytes. */
  public final Setup<R> sizesBytes(long... values) {
    return set("sizes", Arrays.stream(values).boxed().toArray());
  }

  /** Walks with these strides, in bytes. */
  public final Setup<R> stridesBytes(long... values) {
    return set("strides", Arrays.stream(values).boxed().toArray());
  }

  /**
   * Measures each setting, after a pilot, as often as it takes for the interval's half-width to be
   * this share of the estimate.
   */
  public final Setup<R> precision(double share) {
    return set("precision", share);
  }

  /** Measures for this long. */
  public final Setup<R> budget(Duration longest) {
    return set("budget", longest);
  }

  /**
   * Goes on until every verdict is decided, or so long at the latest. The verdicts are looked at
   * when the budget is used up, at twice that time, and so on, each time more strictly.
   */
  public final Setup<R> untilDecided(Duration limit) {
    return set("until", "decided").set("limit", limit);
  }

  /** A first look, in seconds. */
  public final Setup<R> quick() {
    return set("quick", true);
  }

  /** Takes switches of the kernel between processes, or of a library between threads. */
  public final Setup<R> level(Object kernelOrUser) {
    return set("level", kernelOrUser.toString().toLowerCase(Locale.ROOT));
  }

  /** Counts by this source: {@code perf}, {@code emulated}, {@code recorded} or {@code auto}. */
  public final Setup<R> source(String name) {
    return set("source", name);
  }

  /** Where counts are emulated, emulates this machine: a preset's name, or {@code this}. */
  public final Setup<R> preset(String name) {
    return set("preset", name);
  }

  /** Repeats each setting so often. */
  public final Setup<R> repetitions(int times) {
    return set("repetitions", times);
  }

  /** Measures on this logical CPU. */
  public final Setup<R> cpu(int logicalCpu) {
    return set("cpu", logicalCpu);
  }

  /** Repeats the random choices of an earlier run. */
  public final Setup<R> seed(long value) {
    return set("seed", value);
  }

  /** Writes the result to this folder, step by step while measuring. */
  public final Setup<R> saveTo(Path path) {
    folder = path;
    return this;
  }

  /** Tells this listener, instead of the default one, how far the run has come. */
  public final Setup<R> progress(Progress.Listener newListener) {
    listener = newListener;
    return this;
  }

  /** What {@link #run()} would measure on this machine. */
  public final Plan plan() {
    return plan(Machine.read());
  }

  /** Counts by these, which are opened only now, if it counts at all. */
  Setup<R> countedBy(Supplier<CounterSources> others) {
    return this;
  }

  /** What it would measure on {@code machine}. */
  public final Plan plan(Machine machine) {
    Choices choices = choices(machine);
    Spec spec = defined().spec();
    refuseUntilWithoutClaims(choices);
    Procedure procedure = spec.procedure().chosen(choices);
    return new Plan(
        spec.name(),
        title(choices),
        figure(choices),
        spec.varied().stream().map(Factor::column).toList(),
        procedure.measures(),
        spec.settingsOf(choices),
        choices.stored(),
        procedure.effort(choices),
        choices.cpu(),
        seedOf(choices));
  }

  private void refuseUntilWithoutClaims(Choices choices) {
    if (experiment.claims().isEmpty() && choices.has(EffortOptions.UNTIL.name())) {
      throw new IllegalArgumentException(
          "%s answers no claim, so that no verdict can be decided: leave until out"
              .formatted(experiment.name()));
    }
  }

  /** What is run: the experiment with what cannot be said in words and numbers. */
  protected Experiment<R> defined() {
    return experiment;
  }

  /** The figure it redraws, which may depend on what was chosen. */
  protected String figure(Choices choices) {
    return experiment.spec().figure();
  }

  /** The heading, which may depend on what was chosen. */
  protected String title(Choices choices) {
    return experiment.spec().title();
  }

  /** What was chosen, and what follows on {@code machine}. */
  final Choices choices(Machine machine) {
    boolean quick = given.getOrDefault("quick", List.of()).contains(true);
    return new Choices(factors(), given, machine, quick);
  }

  /** The seed asked for, or one that is drawn once and kept. */
  private long seedOf(Choices choices) {
    if (choices.has("seed")) {
      return choices.whole("seed");
    }
    if (drawnSeed == null) {
      drawnSeed = ThreadLocalRandom.current().nextLong(1, 1L << 31);
    }
    return drawnSeed;
  }

  /**
   * Runs on this machine. Interrupting the thread ends it within a second; what was completed is
   * kept and returned, with a warning; see {@link #last} for a caller that was interrupted too.
   *
   * @throws ExperimentException if nothing could be measured
   */
  public final R run() {
    R result = run(Machine.read());
    LAST.set(result);
    return result;
  }

  /** The same on {@code machine}. */
  protected R run(Machine machine) {
    Catalogue.register(experiment);
    return new ExperimentRun<>(defined(), machine, plan(machine), choices(machine))
        .result(folder, listener());
  }

  /** Where the result goes; absent if it is not to be stored. */
  protected final @Nullable Path folder() {
    return folder;
  }

  /** Who is told how far the run has come. */
  protected final Progress.Listener listener() {
    return listener == null ? ProgressDefault.forOneRun() : listener;
  }

  /** The settings that would be measured, for those who look before they run. */
  public final List<Setting> settings() {
    return plan().settings();
  }

  /**
   * What the last finished or interrupted run of this JVM found. A notebook that stops a cell drops
   * the cell's value; what the run had completed until then would be lost without this.
   *
   * @throws IllegalStateException if nothing has run yet
   */
  public static Result last() {
    Result last = LAST.get();
    if (last == null) {
      throw new IllegalStateException(
          "no experiment has run yet in this session: try Lab.directCost().run()");
    }
    return last;
  }
}
