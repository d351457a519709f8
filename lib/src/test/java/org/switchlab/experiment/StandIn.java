package org.switchlab.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Answer;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.CounterSource;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.SpaceCounts;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CountOptions;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Measured;
import org.switchlab.procedure.MeasuringException;
import org.switchlab.procedure.Procedure;
import org.switchlab.procedure.Task;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Experiments that stand where the paper's figures do: they count instructions of three sizes. */
final class StandIn extends Setup<Result> {

  private static final Factor SIZES = Factor.bytes("arrayBytes", 4096L, 8192L).word("sizes");
  private static final Column COUNT = Column.count("instructions", "instructions");

  /** What becomes of a run. */
  enum Fate {
    DONE,
    FAILED,
    INTERRUPTED
  }

  private @Nullable CounterSources sources;

  private StandIn(Experiment<Result> experiment) {
    super(experiment);
  }

  /** One that answers {@code claim} so. */
  static Setup<Result> answering(String name, String claim, Outcome outcome) {
    return experiment(name, Fate.DONE)
        .claim(
            claim,
            (c, result) ->
                Answer.exact(new Verdict(c.id(), outcome, c.published(), name, "because")))
        .setup();
  }

  /** One that answers nothing. */
  static Setup<Result> of(String name, Fate fate) {
    return experiment(name, fate).setup();
  }

  private static Experiment<Result> experiment(String name, Fate fate) {
    return Experiment.experiment("stand-in-" + name)
        .title("What stands for " + name)
        .vary(SIZES)
        .option(CountOptions.PRESET, Factor.count("repetitions").one(1))
        .by(new Counting(null, fate))
        .estimate(
            (plan, seen, stops) ->
                List.of(
                    new Rows(
                        "estimates",
                        List.of(SIZES.column(), COUNT),
                        seen.stream().map(o -> o.setting().row().and(o.seen())).toList())))
        .setUpBy(StandIn::new);
  }

  @Override
  Setup<Result> countedBy(Supplier<CounterSources> others) {
    sources = others.get();
    return this;
  }

  @Override
  protected Result run(Machine machine) {
    Counting counting = ((Counting) experiment().spec().procedure()).by(sources);
    return new ExperimentRun<>(experiment().by(counting), machine, plan(machine), choices(machine))
        .result(folder(), listener());
  }

  /** Counts by the first source there is. */
  private record Counting(@Nullable CounterSources sources, Fate fate) implements Procedure {

    Counting by(@Nullable CounterSources others) {
      return new Counting(others, fate);
    }

    @Override
    public List<Factor> options() {
      return List.of(
          EffortOptions.QUICK, Factor.time("budgetNs", 1_000_000_000L).word("budget").one(null));
    }

    @Override
    public Effort effort(Choices choices) {
      return Efforts.counted(1);
    }

    @Override
    public List<Column> measures() {
      return List.of(COUNT);
    }

    @Override
    public Measured measure(Task task) {
      if (fate == Fate.FAILED || sources == null) {
        throw new MeasuringException("no runner here: build it", new IllegalStateException());
      }
      List<Observation> seen = new ArrayList<>();
      try (CounterSource source = sources.choose(CounterSources.AUTO).source()) {
        for (Setting setting : task.plan().settings()) {
          PhaseCounts counts =
              source
                  .count(
                      Phase.grid(Level.KERNEL, List.of(setting.whole("arrayBytes")), List.of(8L)),
                      1,
                      1,
                      task.progress())
                  .getFirst();
          SpaceCounts instructions =
              Objects.requireNonNull(counts.counts().get(CounterEvent.INSTRUCTIONS));
          seen.add(new Observation(setting, 0, 0, Row.of(COUNT.name(), instructions.user())));
          task.recorder().accept(seen.getLast());
          double doneShare = (double) seen.size() / task.plan().settings().size();
          task.progress().report(new Progress(doneShare, Duration.ZERO, "counting", false));
        }
      }
      return new Measured(
          Source.EMULATED, seen, Map.of(), List.of(), warnings(), fate == Fate.INTERRUPTED);
    }

    private List<Warning> warnings() {
      return fate == Fate.INTERRUPTED
          ? List.of(new Warning(WarningCode.INTERRUPTED, "the run was interrupted", "run again"))
          : List.of();
    }
  }
}
