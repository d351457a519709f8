package org.switchlab.bench;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.draw.RowsText;
import org.switchlab.draw.TextBlocks;
import org.switchlab.draw.TextStyle;
import org.switchlab.experiment.ExperimentException;
import org.switchlab.machine.Machine;
import org.switchlab.os.NativeException;
import org.switchlab.result.ResultException;
import org.switchlab.run.MeasuringTurn;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.table.Rows;
import org.switchlab.unit.Units;

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

  private static final int NAME_WIDTH = 20;
  private static final int KEPT_WIDTH = 20;
  private static final int RATIO_WIDTH = 7;
  private static final String INDENT = " ".repeat(4);

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
    return new JsonMapper().valueToTree(this).toPrettyString();
  }

  /**
   * A promise a block for a terminal, what was reached below it; its last line says how to read.
   */
  public String text(TextStyle style) {
    List<String> lines = new ArrayList<>();
    lines.addAll(TextBlocks.wrap(machine(), "", style.columns()));
    if (loadOneMinute() != null) {
      lines.add("load over the minute before: " + Units.digits(loadOneMinute()));
    }
    lines.add("");
    lines.add(row("benchmark", "kept", "ratio"));
    for (Reading reading : readings()) {
      lines.addAll(block(reading, style));
    }
    lines.add("");
    lines.add("ratio: what was reached / what is promised; at most 1 keeps the promise");
    if (!complete()) {
      lines.add("interrupted: benchmarks without a row were not measured");
    }
    return lines.stream().map(style::spell).collect(Collectors.joining("\n"));
  }

  private static Reading reading(Benchmark benchmark, Consumer<String> progress)
      throws InterruptedException {
    try {
      return benchmark.timesHere() ? alone(benchmark, progress) : benchmark.measure(progress);
    } catch (NotMeasurableException
        | RunnerException
        | IOException
        | NativeException
        | ResultException
        | ExperimentException e) {
      return Reading.notMeasurable(benchmark, Map.of(), String.valueOf(e.getMessage()));
    }
  }

  private static Reading alone(Benchmark benchmark, Consumer<String> progress)
      throws NotMeasurableException, RunnerException, IOException, InterruptedException {
    progress.accept("waits until nothing else is measured on this host");
    try (MeasuringTurn turn = MeasuringTurn.await(Progress.Listener.SILENT)) {
      turn.doubts().forEach(doubt -> progress.accept(doubt.message()));
      return benchmark.measure(progress);
    }
  }

  private static List<String> block(Reading reading, TextStyle style) {
    Double ratio = reading.ratioToPromise();
    List<String> lines = new ArrayList<>();
    lines.add(row(reading.name(), reading.kept().words(), ratio == null ? "–" : roundedUp(ratio)));
    lines.addAll(TextBlocks.wrap(reading.promise(), INDENT, style.columns()));
    if (!reading.note().isEmpty()) {
      lines.addAll(TextBlocks.wrap(reading.note(), INDENT, style.columns()));
    }
    reading.figures().forEach((name, value) -> lines.add(figure(name, value)));
    for (Rows table : reading.tables().values()) {
      lines.add("");
      lines.addAll(RowsText.lines(table, style));
    }
    return lines;
  }

  /** Up, so that a promise broken by a hair does not read as kept. */
  private static String roundedUp(double ratio) {
    return BigDecimal.valueOf(ratio).setScale(2, RoundingMode.CEILING).toPlainString();
  }

  private static String row(String name, String kept, String ratio) {
    return TextBlocks.left(name, NAME_WIDTH)
        + TextBlocks.left(kept, KEPT_WIDTH)
        + TextBlocks.right(ratio, RATIO_WIDTH);
  }

  /** Counts as they are, quantities with three digits; the numbers stand below the ratio. */
  private static String figure(String name, Number value) {
    String number = value instanceof Double quantity ? Units.digits(quantity) : value.toString();
    int nameWidth = NAME_WIDTH + KEPT_WIDTH - INDENT.length();
    return INDENT + TextBlocks.left(name, nameWidth) + TextBlocks.right(number, RATIO_WIDTH);
  }
}
