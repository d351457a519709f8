package org.switchlab.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;
import org.switchlab.sample.SwitchWork;

/**
 * What a run has to say about claims: its estimates and the geometry they are read against.
 *
 * @param estimates of one subject, in any order
 * @param l1dBytes size of the L1 data cache of the measured CPU, if known
 * @param l2Bytes size of its L2 cache, if known
 * @param l3Bytes size of its L3 cache, if there is one and it is known
 * @param source where the numbers come from: {@code measured}, {@code emulated}, {@code recorded}
 * @param companion of another subject, measured in the same run to compare with; empty if none was
 * @param work what a switch executes, by subject, as far as it was counted
 */
public record Evidence(
    List<CostEstimate> estimates,
    OptionalLong l1dBytes,
    OptionalLong l2Bytes,
    OptionalLong l3Bytes,
    String source,
    List<CostEstimate> companion,
    Map<String, SwitchWork> work) {

  /** Keeps immutable copies and refuses a mixture of subjects in either list. */
  public Evidence {
    estimates = List.copyOf(estimates);
    companion = List.copyOf(companion);
    work = Map.copyOf(work);
    requireOneSubject(estimates);
    requireOneSubject(companion);
  }

  /** Evidence of one subject alone. */
  public Evidence(
      List<CostEstimate> estimates,
      OptionalLong l1dBytes,
      OptionalLong l2Bytes,
      OptionalLong l3Bytes,
      String source) {
    this(estimates, l1dBytes, l2Bytes, l3Bytes, source, List.of(), Map.of());
  }

  /** The same beside another subject of the same run. */
  public Evidence beside(List<CostEstimate> other) {
    return new Evidence(estimates, l1dBytes, l2Bytes, l3Bytes, source, other, work);
  }

  /** The same with what switches execute, by subject. */
  public Evidence executing(Map<String, SwitchWork> counted) {
    return new Evidence(estimates, l1dBytes, l2Bytes, l3Bytes, source, companion, counted);
  }

  private static void requireOneSubject(List<CostEstimate> estimates) {
    List<String> subjects = estimates.stream().map(e -> e.point().subject()).distinct().toList();
    if (subjects.size() > 1) {
      throw new IllegalArgumentException(
          "the estimates are of %s; give the estimates of one subject".formatted(subjects));
    }
  }

  /** The point without an array, if it was measured. */
  Optional<CostEstimate> direct() {
    return directOf(estimates);
  }

  /** The companion's point without an array, if it was measured. */
  Optional<CostEstimate> companionDirect() {
    return directOf(companion);
  }

  /** What a switch at {@code point} executes, if it was counted. */
  Optional<SwitchWork> workAt(Point point) {
    return Optional.ofNullable(work.get(point.subject()));
  }

  private static Optional<CostEstimate> directOf(List<CostEstimate> estimates) {
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
