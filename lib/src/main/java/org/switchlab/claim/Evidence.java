package org.switchlab.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.switchlab.estimate.PointEstimate;

/**
 * What a run has to say about claims: its estimates and the geometry they are read against.
 *
 * @param estimates of one subject, in any order
 * @param l1dBytes size of the L1 data cache of the measured CPU, if known
 * @param l2Bytes size of its L2 cache, if known
 * @param l3Bytes size of its L3 cache, if there is one and it is known
 * @param source where the numbers come from: {@code measured}, {@code emulated}, {@code recorded}
 */
public record Evidence(
    List<PointEstimate> estimates,
    OptionalLong l1dBytes,
    OptionalLong l2Bytes,
    OptionalLong l3Bytes,
    String source) {

  /** Keeps an immutable copy and refuses a mixture of subjects. */
  public Evidence {
    estimates = List.copyOf(estimates);
    List<String> subjects = estimates.stream().map(e -> e.point().subject()).distinct().toList();
    if (subjects.size() > 1) {
      throw new IllegalArgumentException(
          "the estimates are of %s; give the estimates of one subject".formatted(subjects));
    }
  }

  /** The point without an array, if it was measured. */
  Optional<PointEstimate> direct() {
    return estimates.stream().filter(e -> e.point().isDirect()).findFirst();
  }

  /** One curve a stride above 0, by rising stride. */
  List<Curve> curves() {
    return estimates.stream()
        .filter(e -> !e.point().isDirect())
        .map(e -> e.point().strideBytes())
        .distinct()
        .sorted()
        .map(stride -> Curve.of(stride, estimates))
        .toList();
  }

  /** The curve of {@code strideBytes}; without sizes if that stride was not measured. */
  Curve curve(long strideBytes) {
    return Curve.of(strideBytes, estimates);
  }
}
