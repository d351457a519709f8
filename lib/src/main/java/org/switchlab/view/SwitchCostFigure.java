package org.switchlab.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;

/**
 * Everything a picture of switch cost over array size shows, whichever way it is drawn.
 *
 * @param title what was measured
 * @param source where the numbers come from: {@code measured}, {@code emulated}, {@code recorded}
 * @param machine the machine in one line
 * @param estimates the points, in any order; one without an estimate is a gap
 * @param published numbers of the literature to lay over; may be empty
 * @param caches the machine's caches, as far as known
 * @param warnings the doubts the result carries
 * @param behind the points of another subject, drawn behind these to compare with; may be empty
 */
public record SwitchCostFigure(
    String title,
    String source,
    String machine,
    List<PointEstimate> estimates,
    List<PublishedPoint> published,
    List<CacheMark> caches,
    List<Warning> warnings,
    List<PointEstimate> behind) {

  /** What a picture without any number says. */
  static final String NOTHING = "nothing measured";

  /** Keeps immutable copies. */
  public SwitchCostFigure {
    estimates = List.copyOf(estimates);
    published = List.copyOf(published);
    caches = List.copyOf(caches);
    warnings = List.copyOf(warnings);
    behind = List.copyOf(behind);
  }

  /** A picture of one subject alone. */
  public SwitchCostFigure(
      String title,
      String source,
      String machine,
      List<PointEstimate> estimates,
      List<PublishedPoint> published,
      List<CacheMark> caches,
      List<Warning> warnings) {
    this(title, source, machine, estimates, published, caches, warnings, List.of());
  }

  /** The point without an array, if it is there. */
  Optional<PointEstimate> direct() {
    return estimates.stream().filter(e -> e.point().isDirect()).findFirst();
  }

  /** What was measured beside it without an array, if that has an estimate. */
  Optional<PointEstimate> directBehind() {
    return behind.stream()
        .filter(e -> e.point().isDirect() && e.switchCostNs() != null)
        .findFirst();
  }

  /** The strides above 0, in bytes, rising. */
  List<Long> stridesBytes() {
    return estimates.stream()
        .filter(e -> !e.point().isDirect())
        .map(e -> e.point().strideBytes())
        .distinct()
        .sorted()
        .toList();
  }

  /** The array sizes walked, in bytes, rising. */
  List<Long> sizesBytes() {
    return estimates.stream()
        .filter(e -> !e.point().isDirect())
        .map(e -> e.point().arrayBytes())
        .distinct()
        .sorted()
        .toList();
  }

  /** The points of one stride by rising array size, those without an estimate too. */
  List<PointEstimate> stride(long strideBytes) {
    return estimates.stream()
        .filter(e -> e.point().strideBytes() == strideBytes)
        .sorted(Comparator.comparingLong(e -> e.point().arrayBytes()))
        .toList();
  }

  /** The point at one size and stride, if it is there. */
  Optional<PointEstimate> at(long arrayBytes, long strideBytes) {
    return stride(strideBytes).stream()
        .filter(e -> e.point().arrayBytes() == arrayBytes)
        .findFirst();
  }

  /** The published numbers whose place lies within the sizes of this figure, or needs none. */
  List<PublishedPoint> publishedInside() {
    List<Long> sizes = sizesBytes();
    return published.stream()
        .filter(p -> p.isDirect() || p.arrayBytes().isPresent())
        .filter(p -> p.isDirect() || !sizes.isEmpty())
        .filter(
            p ->
                p.isDirect()
                    || (p.arrayBytes().getAsLong() >= sizes.getFirst()
                        && p.arrayBytes().getAsLong() <= sizes.getLast()))
        .toList();
  }

  /** The published cost without an array, if this figure lays one over. */
  Optional<PublishedPoint> publishedDirect() {
    return published.stream().filter(PublishedPoint::isDirect).findFirst();
  }

  /** The same as lines in µs, for the terminal's drawing. */
  LineFigure lines() {
    return new LineFigure(
        "µs",
        CostScale.of(this),
        sizesBytes(),
        "stride",
        stridesBytes().stream().map(this::line).toList(),
        direct()
            .map(PointEstimate::switchCostNs)
            .map(cost -> OptionalDouble.of(cost.value() / 1e3))
            .orElse(OptionalDouble.empty()),
        publishedInside().stream()
            .filter(point -> !point.isDirect())
            .map(p -> new LineFigure.Star(p.arrayBytes().orElseThrow(), p.value()))
            .toList(),
        caches,
        List.of("%s direct cost", "* published"));
  }

  private LineFigure.Line line(long strideBytes) {
    Map<Long, Estimate> costsUs = new TreeMap<>();
    for (PointEstimate point : stride(strideBytes)) {
      Estimate ns = point.switchCostNs();
      if (ns != null) {
        costsUs.put(
            point.point().arrayBytes(),
            new Estimate(ns.value() / 1e3, ns.low() / 1e3, ns.high() / 1e3, ns.level()));
      }
    }
    return new LineFigure.Line(strideBytes + " B", costsUs);
  }

  /** Whether no point has an estimate. */
  boolean isEmpty() {
    return estimates.stream().allMatch(e -> e.switchCostNs() == null);
  }

  /** What stands above the picture. */
  Heading heading() {
    return new Heading(title, provenance(), warnings);
  }

  /** Where the numbers come from, in one line. */
  String provenance() {
    return "%s · %s · %s".formatted(source, machine, levelWords());
  }

  /** The confidence level of the intervals in words, for instance {@code 95 % intervals}. */
  private String levelWords() {
    return estimates.stream()
        .map(PointEstimate::switchCostNs)
        .filter(cost -> cost != null)
        .findFirst()
        .map(cost -> Units.share(cost.level()) + " intervals")
        .orElse("no estimates");
  }
}
