package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SizeScale;
import org.switchlab.machine.Machine;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * Switch cost over array size, a line a stride: behind it what was measured beside, over it what
 * was published, and the caches of the machine.
 */
final class CostFigure {

  private static final double NS_PER_US = 1e3;

  private final SwitchCosts result;
  private final List<CostEstimate> own;
  private final List<Mark> marks = new ArrayList<>();

  private CostFigure(SwitchCosts result) {
    this.result = result;
    this.own = result.own();
  }

  /** The figure of {@code result}. */
  static Figure of(SwitchCosts result) {
    return new CostFigure(result).draw();
  }

  private Figure draw() {
    List<Long> sizes = walked(own).stream().map(e -> e.point().arrayBytes()).distinct().toList();
    List<PublishedPoint> published = published(sizes);
    companion();
    result.direct().map(CostEstimate::switchCostNs).ifPresent(this::direct);
    strides(own)
        .forEach(stride -> marks.add(line(stride, own, Look.line(strides(own).indexOf(stride)))));
    published.forEach(this::level);
    List<PublishedPoint> spans = spans(sizes);
    spans.forEach(span -> span(span, spans));
    stars(published);
    marks.addAll(caches(result.machine()));
    return new Figure(
        result.heading(level(own)),
        List.of(),
        new Axis("array size of each process (KiB)", SizeScale.of(sizes)),
        new Axis(
            "cost of one switch (µs)",
            ValueAxis.symlog(
                own.stream().map(CostFigure::dot).toList(), further(published, spans))),
        marks);
  }

  /** What must have room beside its own costs, about whose median the axis is linear. */
  private double[] further(List<PublishedPoint> published, List<PublishedPoint> spans) {
    return DoubleStream.concat(
            result.companion().stream()
                .flatMapToDouble(beside -> spanUs(Optional.ofNullable(beside.switchCostNs()))),
            Stream.concat(published.stream(), spans.stream()).mapToDouble(PublishedPoint::value))
        .toArray();
  }

  /** The level of the intervals in words. */
  static String level(List<CostEstimate> estimates) {
    return estimates.stream()
        .map(CostEstimate::switchCostNs)
        .filter(Objects::nonNull)
        .findFirst()
        .map(cost -> Units.share(cost.level()) + " intervals")
        .orElse("no estimates");
  }

  private void companion() {
    List<CostEstimate> beside = result.companion();
    Look look = new Look(Look.GREY, Look.Stroke.FULL, Look.Shape.NONE, false);
    for (CostEstimate estimate : beside) {
      Estimate cost = estimate.switchCostNs();
      if (estimate.point().isDirect() && cost != null) {
        marks.add(
            rule(
                "%s, no array: %s"
                    .formatted(estimate.setting().text("subject"), Units.duration(cost.value())),
                look.with(Look.Stroke.DASHED),
                cost.value() / NS_PER_US));
      }
    }
    for (long stride : strides(beside)) {
      Mark.Series line = line(stride, beside, look);
      String subject = beside.getFirst().setting().text("subject");
      marks.add(new Mark.Series(subject + ", " + line.name(), look, line.dots()));
    }
  }

  private void direct(Estimate cost) {
    marks.add(
        new Mark.Strip(
            new Look(Look.GREY, Look.Stroke.NONE, Look.Shape.NONE, true),
            false,
            cost.low() / NS_PER_US,
            cost.high() / NS_PER_US));
    marks.add(
        rule(
            "no array: " + Units.duration(cost.value()),
            new Look(Look.BLACK, Look.Stroke.DASHED, Look.Shape.NONE, false),
            cost.value() / NS_PER_US));
  }

  private static Mark.Rule rule(String name, Look look, double costUs) {
    return new Mark.Rule(name, look, false, costUs, true);
  }

  private static Mark.Series line(long strideBytes, List<CostEstimate> estimates, Look look) {
    List<Dot> dots =
        walked(estimates).stream()
            .filter(e -> e.point().strideBytes() == strideBytes)
            .sorted(Comparator.comparingLong(e -> e.point().arrayBytes()))
            .map(CostFigure::dot)
            .toList();
    return new Mark.Series("stride %d B".formatted(strideBytes), look, dots);
  }

  private static Dot dot(CostEstimate estimate) {
    return Dot.upright(
        (double) estimate.point().arrayBytes(),
        estimate.switchCostNs(),
        NS_PER_US,
        Plural.of(estimate.passes().size(), "pass", "passes"));
  }

  private static List<CostEstimate> walked(List<CostEstimate> estimates) {
    return estimates.stream().filter(e -> !e.point().isDirect()).toList();
  }

  private static List<Long> strides(List<CostEstimate> estimates) {
    return walked(estimates).stream()
        .map(e -> e.point().strideBytes())
        .distinct()
        .sorted()
        .toList();
  }

  /** The published numbers whose place lies within the sizes of this figure, or needs none. */
  private List<PublishedPoint> published(List<Long> sizes) {
    if (result.plan().figure().isEmpty()) {
      return List.of();
    }
    long low = sizes.stream().mapToLong(b -> b).min().orElse(0);
    long high = sizes.stream().mapToLong(b -> b).max().orElse(0);
    return PublishedPoint.ofFigure(result.plan().figure()).stream()
        .filter(point -> point.isDirect() || isInside(point.arrayBytes(), low, high))
        .toList();
  }

  private static boolean isInside(OptionalLong bytes, long low, long high) {
    return bytes.isPresent() && bytes.getAsLong() >= low && bytes.getAsLong() <= high;
  }

  private void level(PublishedPoint point) {
    if (point.isDirect()) {
      marks.add(
          rule(
              "published, no array: " + point.printed(),
              new Look(Look.BLACK, Look.Stroke.DOTTED, Look.Shape.NONE, false),
              point.value()));
    }
  }

  /** The published levels of ranges of sizes, as far as the sizes of this figure reach. */
  private List<PublishedPoint> spans(List<Long> sizes) {
    if (result.plan().figure().isEmpty()) {
      return List.of();
    }
    LongSummaryStatistics range = sizes.stream().mapToLong(b -> b).summaryStatistics();
    return PublishedPoint.spansOfFigure(result.plan().figure()).stream()
        .filter(span -> span.arrayBytes().orElseThrow() < range.getMax())
        .filter(span -> span.arrayToBytes().orElseThrow() > range.getMin())
        .toList();
  }

  /** One line for all strides of which the same is said. */
  private void span(PublishedPoint span, List<PublishedPoint> all) {
    List<PublishedPoint> same =
        all.stream()
            .filter(
                other ->
                    other.value() == span.value()
                        && other.arrayBytes().equals(span.arrayBytes())
                        && other.arrayToBytes().equals(span.arrayToBytes()))
            .toList();
    if (same.getFirst().equals(span)) {
      LongSummaryStatistics strides =
          same.stream().mapToLong(PublishedPoint::strideBytes).summaryStatistics();
      marks.add(
          new Mark.Level(
              "published, %d–%d B: %s"
                  .formatted(strides.getMin(), strides.getMax(), span.printed()),
              new Look(Look.BLACK, Look.Stroke.DOTTED, Look.Shape.NONE, false),
              (double) span.arrayBytes().orElseThrow(),
              (double) span.arrayToBytes().orElseThrow(),
              span.value()));
    }
  }

  private void stars(List<PublishedPoint> published) {
    List<PublishedPoint> points = published.stream().filter(p -> !p.isDirect()).toList();
    if (points.isEmpty()) {
      return;
    }
    List<Dot> dots = points.stream().map(CostFigure::star).toList();
    marks.add(
        new Mark.Series(
            "published", new Look(Look.BLACK, Look.Stroke.NONE, Look.Shape.STAR, false), dots));
    points.stream()
        .filter(point -> isAlone(point, points))
        .map(CostFigure::star)
        .forEach(dot -> marks.add(new Mark.Label(dot.hint(), dot.x(), dot.y(), true)));
  }

  private static Dot star(PublishedPoint point) {
    return new Dot(
        (double) point.arrayBytes().orElseThrow(),
        point.value(),
        Double.NaN,
        Double.NaN,
        "%d B: %s".formatted(point.strideBytes(), point.printed()));
  }

  /** Whether other strides are published with another number at the same size. */
  private static boolean isAlone(PublishedPoint point, List<PublishedPoint> points) {
    List<PublishedPoint> there =
        points.stream().filter(p -> p.arrayBytes().equals(point.arrayBytes())).toList();
    return there.size() > 1 && there.stream().filter(p -> p.value() == point.value()).count() == 1;
  }

  /** The caches of {@code machine}, as far as known, as rules across a size axis. */
  static List<Mark> caches(Machine machine) {
    List<Mark> caches = new ArrayList<>();
    String[] names = {"L1d", "L2", "L3"};
    for (int level = 1; level <= names.length; level++) {
      OptionalLong bytes = machine.cacheBytes(level);
      if (bytes.isPresent()) {
        caches.add(cache(names[level - 1], bytes.getAsLong()));
      }
    }
    return caches;
  }

  /** A cache as a rule across a size axis. */
  static Mark cache(String name, long bytes) {
    return new Mark.Rule(
        name + " " + Units.bytes(bytes),
        new Look(Look.GREY, Look.Stroke.DASHED, Look.Shape.NONE, false),
        true,
        (double) bytes,
        false);
  }

  /** The numbers of a cost that must have room on an axis, in µs. */
  static DoubleStream spanUs(Optional<Estimate> cost) {
    return cost.stream()
        .flatMapToDouble(c -> DoubleStream.of(c.low(), c.value(), c.high()))
        .map(ns -> ns / NS_PER_US);
  }
}
