package org.switchlab.view;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Samples;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * Everything a picture of how the direct cost is distributed shows, whichever way it is drawn.
 *
 * <p>Rejected couples are in neither list: what they measured is no switch cost.
 *
 * @param figure heading, estimate, published number and doubts
 * @param quietNs cost of each couple measured while the machine was quiet, in ns
 * @param disturbedNs the same while it was not, in ns
 */
public record CostDistribution(
    SwitchCostFigure figure, List<Double> quietNs, List<Double> disturbedNs) {

  /** Keeps immutable copies. */
  public CostDistribution {
    quietNs = List.copyOf(quietNs);
    disturbedNs = List.copyOf(disturbedNs);
  }

  /** The couples of {@code figure}'s direct point, told apart as its estimate tells them apart. */
  public static CostDistribution of(SwitchCostFigure figure, Samples samples) {
    List<Couple> couples =
        figure.direct().map(PointEstimate::point).stream()
            .flatMap(point -> samples.at(point).stream())
            .flatMap(process -> process.couples().stream())
            .filter(Couple::denominatorHolds)
            .toList();
    var floor = new ReferenceFloor(ReferenceFloor.floorNs(samples.processes()).orElse(0));
    return new CostDistribution(
        figure,
        costsNs(couples, floor::isQuiet),
        costsNs(couples, couple -> !floor.isQuiet(couple)));
  }

  private static List<Double> costsNs(List<Couple> couples, Predicate<Couple> state) {
    return couples.stream().filter(state).map(Couple::switchCostNs).toList();
  }

  /** Whether no couple was accepted. */
  boolean isEmpty() {
    return quietNs.isEmpty() && disturbedNs.isEmpty();
  }

  /** Median cost of each process, in ns; empty if nothing was measured. */
  List<Double> processMediansNs() {
    return figure.direct().map(PointEstimate::processMediansNs).orElse(List.of());
  }

  /** How many couples have no place in {@code bins}, and where they lie; empty if none. */
  String outside(CostBins bins) {
    List<Double> left =
        Stream.concat(quietNs.stream(), disturbedNs.stream())
            .filter(costNs -> !bins.holds(costNs))
            .sorted()
            .toList();
    if (left.isEmpty()) {
      return "";
    }
    String low = Units.duration(left.getFirst());
    String high = Units.duration(left.getLast());
    return "not shown: %s of %s, %s"
        .formatted(
            left.size(),
            Plural.of(quietNs.size() + disturbedNs.size(), "couple"),
            low.equals(high) ? "at " + low : "from " + low + " to " + high);
  }
}
