package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;
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
    PublishedMarks published = PublishedMarks.of(result.plan().figure(), sizes);
    companion();
    result.direct().map(CostEstimate::switchCostNs).ifPresent(this::direct);
    strides(own)
        .forEach(stride -> marks.add(line(stride, own, Look.line(strides(own).indexOf(stride)))));
    marks.addAll(published.marks());
    marks.addAll(caches(result.machine()));
    return new Figure(
        result.heading(level(own)),
        List.of(),
        new Axis("array size of each process (KiB)", SizeScale.of(sizes)),
        new Axis("cost of one switch (µs)", costs(published.valuesUs())),
        marks);
  }

  /** Its own costs, about whose median it is linear, those beside, and what was published. */
  private Scale costs(double[] publishedUs) {
    List<Dot> own = this.own.stream().map(CostFigure::dot).toList();
    List<Dot> beside = result.companion().stream().map(CostFigure::dot).toList();
    return ValueAxis.symlog(
        own.stream().filter(Dot::isThere).mapToDouble(Dot::y).toArray(),
        Stream.concat(own.stream(), beside.stream()).toList(),
        publishedUs);
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
}
