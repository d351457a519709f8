package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSources;
import org.switchlab.machine.Machine;

/** The whole paper being set up: its figures are experiments of their own, run one by one. */
public final class PaperSetup extends Setup<PaperResult> {

  private @Nullable Supplier<CounterSources> sources;
  private Function<String, Setup<?>> opener = Catalogue::open;

  PaperSetup(Experiment<PaperResult> paper) {
    super(paper);
  }

  /** Runs only these of the figures: {@code fig3} to {@code fig12}, peak-origin, what-if. */
  public PaperSetup figures(String... names) {
    set("figures", (Object[]) names);
    return this;
  }

  /** Counts by these instead. */
  PaperSetup sources(Supplier<CounterSources> others) {
    sources = others;
    return this;
  }

  /** Opens the experiment behind each figure this way instead of by the catalogue. */
  PaperSetup opening(Function<String, Setup<?>> other) {
    opener = other;
    return this;
  }

  @Override
  protected PaperResult run(Machine machine) {
    Catalogue.register(experiment());
    List<PaperPart> found = new ArrayList<>();
    Experiment<PaperResult> ofThisRun =
        experiment()
            .by(new PaperParts(opener, folder(), sources, found::add))
            .making((data, shown) -> new PaperResult(data, shown, found));
    return new ExperimentRun<>(ofThisRun, machine, plan(machine), choices(machine))
        .result(folder(), listener());
  }
}
