package org.switchlab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.switchlab.Lab;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.file.ScratchFolder;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;
import org.switchlab.warning.WarningCode;

/**
 * Whether the direct cost repeats from one invocation to the next.
 *
 * <p>An invocation that found the machine disturbed most of the time says so (MOSTLY_DISTURBED) and
 * stands outside: it measured another state of the machine. The mean cost is shown for contrast.
 */
final class DirectCostSpread extends Benchmark {

  private static final int INVOCATIONS = 10;

  /** With fewer than this many inside, the spread would say little about ten. */
  private static final int LEAST_INSIDE = 5;

  private static final double PROMISED_SHARE = 0.02;

  /**
   * What one invocation of {@code switchlab run direct-cost} answered.
   *
   * @param number which invocation, from 1
   * @param costNs its estimate, in ns
   * @param meanNs its mean cost, everything included that the machine did meanwhile, in ns
   * @param disturbed whether it said that the machine was disturbed most of the time
   */
  record Invocation(int number, double costNs, double meanNs, boolean disturbed) {

    static Invocation of(int number, SwitchCosts result) throws NotMeasurableException {
      CostEstimate found = result.estimates().getFirst();
      Estimate cost = found.switchCostNs();
      Estimate mean = found.meanCostNs();
      if (cost == null || mean == null) {
        throw new NotMeasurableException("invocation %d has no estimate".formatted(number));
      }
      boolean disturbed = result.has(WarningCode.MOSTLY_DISTURBED);
      return new Invocation(number, cost.value(), mean.value(), disturbed);
    }
  }

  DirectCostSpread() {
    super("direct-cost-spread", "direct cost over 10 invocations: (max - min) / median within 2 %");
  }

  @Override
  public Reading measure(Consumer<String> progress)
      throws NotMeasurableException, IOException, InterruptedException {
    List<Invocation> invocations = new ArrayList<>();
    try (ScratchFolder scratch = ScratchFolder.open("switchlab-bench-")) {
      for (int number = 1; number <= INVOCATIONS; number++) {
        progress.accept("invocation %d of %d".formatted(number, INVOCATIONS));
        Path folder = scratch.path().resolve(Integer.toString(number));
        Subprocess.runNs(List.of("direct-cost", "--json", "--out", folder.toString()));
        invocations.add(Invocation.of(number, Lab.load(folder, SwitchCosts.class)));
      }
    }
    return reading(invocations);
  }

  Reading reading(List<Invocation> invocations) {
    List<Invocation> inside = invocations.stream().filter(i -> !i.disturbed()).toList();
    List<Double> costsNs = inside.stream().map(Invocation::costNs).toList();
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("invocations", invocations.size());
    figures.put("disturbed", invocations.size() - inside.size());
    figures.put(
        "meanSpreadShare", Spread.relative(invocations.stream().map(Invocation::meanNs).toList()));
    if (inside.size() < LEAST_INSIDE) {
      return Reading.notMeasurable(
          this, figures, outside(invocations) + "; try again when the machine is quieter");
    }
    double spread = Spread.relative(costsNs);
    figures.put("spreadShare", spread);
    figures.put("medianNs", Spread.median(costsNs));
    figures.put("minNs", Collections.min(costsNs));
    figures.put("maxNs", Collections.max(costsNs));
    return Reading.of(this, figures, spread / PROMISED_SHARE, outside(invocations));
  }

  private static String outside(List<Invocation> invocations) {
    String numbers =
        invocations.stream()
            .filter(Invocation::disturbed)
            .map(i -> "%d (%s)".formatted(i.number(), Units.duration(i.costNs())))
            .collect(Collectors.joining(", "));
    return numbers.isEmpty()
        ? "no invocation found the machine mostly disturbed"
        : "found the machine mostly disturbed (MOSTLY_DISTURBED) and stand outside: " + numbers;
  }
}
