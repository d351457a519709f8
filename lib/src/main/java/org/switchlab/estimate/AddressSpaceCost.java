package org.switchlab.estimate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Scope;
import org.switchlab.sample.Samples;
import org.switchlab.table.Estimate;

/**
 * What it costs that a switch changes the address space: the switch between two processes less the
 * switch between two threads, all else equal.
 *
 * @param mechanism how the two sides wait for each other in both
 * @param differenceNs in ns, with the interval of the difference; absent if a side has no samples
 */
public record AddressSpaceCost(String mechanism, @Nullable Estimate differenceNs) {

  /** One for each mechanism that {@code rungs} have between threads and between processes. */
  public static List<AddressSpaceCost> among(
      List<RungEstimate> rungs, Samples samples, PointEstimator estimator) {
    List<Rung> all = rungs.stream().map(RungEstimate::rung).toList();
    return all.stream()
        .filter(rung -> rung.scope() == Scope.THREAD)
        .flatMap(thread -> between(thread, all, samples, estimator).stream())
        .toList();
  }

  private static Optional<AddressSpaceCost> between(
      Rung thread, List<Rung> all, Samples samples, PointEstimator estimator) {
    return all.stream()
        .filter(rung -> rung.scope() == Scope.PROCESS)
        .filter(rung -> rung.mechanism().equals(thread.mechanism()))
        .findFirst()
        .map(
            process ->
                new AddressSpaceCost(
                    thread.mechanism(),
                    estimator.difference(samples.at(process.point()), samples.at(thread.point()))));
  }
}
