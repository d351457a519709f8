package org.switchlab.claim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Point;
import org.switchlab.sample.SwitchWork;

/**
 * What a run has to say about claims: its estimates and the geometry they are read against.
 *
 * @param estimates of one subject, in any order
 * @param geometry what the measured CPU holds how much of
 * @param source where the numbers come from: {@code measured}, {@code emulated}, {@code recorded}
 * @param ran how long the run took that measured them; zero if that is not known
 * @param companion of another subject, measured in the same run to compare with; empty if none was
 * @param work what a switch executes, by subject, as far as it was counted
 */
public record Evidence(
    List<CostEstimate> estimates,
    Geometry geometry,
    String source,
    Duration ran,
    List<CostEstimate> companion,
    Map<String, SwitchWork> work) {

  /**
   * Sizes that costs are read against.
   *
   * @param l1dBytes size of the L1 data cache of the measured CPU, if known
   * @param l2Bytes size of its L2 cache, if known
   * @param dtlbReachBytes memory that its first-level data TLB maps, if known
   * @param clockMhz its clock, in MHz, if known
   * @param l2Doubt why the L2 size that the machine reports is not taken, so that it is not known
   *     here; empty if nothing speaks against it
   */
  public record Geometry(
      OptionalLong l1dBytes,
      OptionalLong l2Bytes,
      OptionalLong dtlbReachBytes,
      OptionalDouble clockMhz,
      String l2Doubt) {

    /** Of sizes that nothing speaks against. */
    public Geometry(
        OptionalLong l1dBytes,
        OptionalLong l2Bytes,
        OptionalLong dtlbReachBytes,
        OptionalDouble clockMhz) {
      this(l1dBytes, l2Bytes, dtlbReachBytes, clockMhz, "");
    }

    /** The same whose L2 is doubted, and so not known. */
    public Geometry doubtingL2(String why) {
      return new Geometry(l1dBytes, OptionalLong.empty(), dtlbReachBytes, clockMhz, why);
    }
  }

  /** Keeps immutable copies and refuses a mixture of subjects in either list. */
  public Evidence {
    estimates = List.copyOf(estimates);
    companion = List.copyOf(companion);
    work = Map.copyOf(work);
    requireOneSubject(estimates);
    requireOneSubject(companion);
  }

  /** Evidence of one subject alone, from a run that took a time that is not known. */
  public Evidence(List<CostEstimate> estimates, Geometry geometry, String source) {
    this(estimates, geometry, source, Duration.ZERO, List.of(), Map.of());
  }

  /** The same beside another subject of the same run. */
  public Evidence beside(List<CostEstimate> other) {
    return new Evidence(estimates, geometry, source, ran, other, work);
  }

  /** The same with what switches execute, by subject. */
  public Evidence executing(Map<String, SwitchWork> counted) {
    return new Evidence(estimates, geometry, source, ran, companion, counted);
  }

  /** The same from a run that took this long. */
  public Evidence lasting(Duration time) {
    return new Evidence(estimates, geometry, source, time, companion, work);
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

  private static Optional<CostEstimate> directOf(List<CostEstimate> estimates) {
    return estimates.stream()
        .filter(e -> e.point().isDirect() && !e.passes().isEmpty())
        .findFirst();
  }

  /** What a switch at {@code point} executes, if it was counted. */
  Optional<SwitchWork> workAt(Point point) {
    return Optional.ofNullable(work.get(point.subject()));
  }

  /** The cost over array size of all strides that {@code wanted} says yes to, pooled. */
  Curve curve(LongPredicate wanted) {
    return Curve.of(estimates.stream().filter(e -> wanted.test(e.point().strideBytes())).toList());
  }

  /** The companion's cost over array size. */
  Curve companionCurve() {
    return Curve.of(companion);
  }
}
