package org.switchlab.bench;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.experiment.ExperimentException;
import org.switchlab.machine.Machine;
import org.switchlab.os.NativeException;
import org.switchlab.result.ResultException;
import org.switchlab.run.RunnerException;

/**
 * The readings of some benchmarks, and the machine they were taken on.
 *
 * @param machine the machine in a line
 * @param loadOneMinute tasks that ran or waited for a CPU over the minute before; absent if unknown
 * @param readings one a benchmark, in the order measured
 * @param complete whether every benchmark that was asked for has its reading; false if interrupted
 */
@JsonPropertyOrder({"machine", "loadOneMinute", "complete", "readings"})
public record BenchReport(
    String machine, @Nullable Double loadOneMinute, List<Reading> readings, boolean complete) {

  /** Keeps an immutable copy. */
  public BenchReport {
    readings = List.copyOf(readings);
  }

  /**
   * Runs {@code benchmarks} one after the other. Interrupting the thread ends the one at work and
   * keeps the readings before it; the interrupt is consumed then.
   *
   * @param progress is told what is being done, a line now and then
   */
  public static BenchReport of(List<Benchmark> benchmarks, Consumer<String> progress) {
    Machine machine = Machine.read();
    List<Reading> readings = new ArrayList<>();
    try {
      for (Benchmark benchmark : benchmarks) {
        readings.add(reading(benchmark, step -> progress.accept(benchmark.name() + ": " + step)));
      }
    } catch (InterruptedException stopRequested) {
      progress.accept("interrupted");
    }
    return new BenchReport(
        machine.headline(),
        machine.load().oneMinute(),
        readings,
        readings.size() == benchmarks.size());
  }

  /** Whether a promise was put to the test and broken. */
  public boolean anyBroken() {
    return readings.stream().anyMatch(reading -> reading.kept() == Reading.Kept.NO);
  }

  /** The JSON document of {@code switchlab bench --json}; what is unknown is null. */
  public String json() {
    try {
      return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values can always be written", e);
    }
  }

  private static Reading reading(Benchmark benchmark, Consumer<String> progress)
      throws InterruptedException {
    try {
      return benchmark.measure(progress);
    } catch (NotMeasurableException
        | RunnerException
        | IOException
        | NativeException
        | ResultException
        | ExperimentException e) {
      return Reading.notMeasurable(benchmark, Map.of(), String.valueOf(e.getMessage()));
    }
  }
}
