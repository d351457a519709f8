package org.switchlab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.switchlab.Lab;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.file.ScratchFolder;
import org.switchlab.warning.Warning;

/**
 * How long Fig. 3 takes as a user calls it: a fresh JVM, the machine report, the default grid, the
 * result folder with its charts.
 */
final class GridTime extends Benchmark {

  private final List<String> options;
  private final double promisedSeconds;

  private GridTime(String name, String what, List<String> options, double promisedSeconds) {
    super(name, "%s, from call to end, within %.0f s".formatted(what, promisedSeconds));
    this.options = options;
    this.promisedSeconds = promisedSeconds;
  }

  static GridTime full() {
    return new GridTime("fig3-full", "Fig. 3 over the full grid", List.of(), 75);
  }

  static GridTime quick() {
    return new GridTime("fig3-quick", "Fig. 3 with --quick", List.of("--quick"), 10);
  }

  @Override
  public Reading measure(Consumer<String> progress)
      throws NotMeasurableException, IOException, InterruptedException {
    progress.accept("runs once, about %.0f s".formatted(promisedSeconds));
    try (ScratchFolder scratch = ScratchFolder.open("switchlab-bench-")) {
      Path folder = scratch.path().resolve("result");
      List<String> arguments = new ArrayList<>(options);
      arguments.addAll(List.of("--json", "--out", folder.toString()));
      long durationNs = Subprocess.runNs(arguments);
      return reading(durationNs / 1e9, Lab.load(folder, SwitchCosts.class));
    }
  }

  /** A run that left points of its grid out has not measured what is promised. */
  Reading reading(double wallSeconds, SwitchCosts result) {
    long missing =
        result.estimates().stream().filter(point -> point.switchCostNs() == null).count();
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("wallSeconds", wallSeconds);
    figures.put("points", result.plan().settings().size());
    figures.put("pointsMissing", missing);
    if (missing > 0) {
      return Reading.notMeasurable(
          this, figures, "the run has no estimate at some points: " + doubts(result));
    }
    return Reading.of(this, figures, wallSeconds / promisedSeconds, doubts(result));
  }

  private static String doubts(SwitchCosts result) {
    List<String> codes =
        result.warnings().stream().map(Warning::code).map(Enum::name).distinct().toList();
    return codes.isEmpty() ? "" : "its warnings: " + String.join(", ", codes);
  }
}
