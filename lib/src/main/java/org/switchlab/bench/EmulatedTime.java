package org.switchlab.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.Lab;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.Phase;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Presets;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;

/** How long the emulated machine takes once it is prepared. */
final class EmulatedTime extends Benchmark {

  private static final Phase SMALL = new Phase(Point.direct("pipe-pair"), Variant.PAIR, 10);

  private final double promisedSeconds;
  private final Runnable work;

  private EmulatedTime(String name, String what, double promisedSeconds, Runnable work) {
    super(name, "%s, once prepared, within %.0f s".formatted(what, promisedSeconds));
    this.promisedSeconds = promisedSeconds;
    this.work = work;
  }

  /** From asking for the machine to the counts of one small phase. */
  static EmulatedTime start() {
    return new EmulatedTime(
        "emulator-start", "the emulated machine's first count", 2, EmulatedTime::countOnePhase);
  }

  /** Every size, both strides, both flows, all repetitions. */
  static EmulatedTime figure() {
    return new EmulatedTime(
        "emulated-figure",
        "a whole counter figure, emulated",
        30,
        () -> Lab.l1dMisses().source("emulated").progress(Progress.Listener.SILENT).run());
  }

  @Override
  public Reading measure(Consumer<String> progress) throws NotMeasurableException {
    progress.accept("prepares the emulated machine, then runs once");
    try {
      countOnePhase();
      long beginNs = System.nanoTime();
      work.run();
      double wallSeconds = (System.nanoTime() - beginNs) / 1e9;
      return Reading.of(
          this, Map.of("wallSeconds", wallSeconds), wallSeconds / promisedSeconds, "");
    } catch (CounterException e) {
      throw new NotMeasurableException(String.valueOf(e.getMessage()));
    }
  }

  private static void countOnePhase() {
    try (var source =
        EmulatedSource.open(
            Presets.paper(), CacheModel.ALL, Disturbance.USUAL, Progress.Listener.SILENT)) {
      source.count(List.of(SMALL), 1, 1, Progress.Listener.SILENT);
    }
  }
}
