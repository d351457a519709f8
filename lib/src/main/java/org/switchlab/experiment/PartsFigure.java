package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SizeScale;
import org.switchlab.plan.Rung;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;

/**
 * The two parts of a switch's cost on one another, by array size at one stride: message and switch,
 * and the own array fetched again. A subject that was measured beside stands beside.
 */
final class PartsFigure {

  /** What is asked where nothing else is: each step touches a new cache line. */
  static final long LINE_BYTES = 64;

  private static final double NS_PER_US = 1e3;
  private static final String DIRECT = "message and switch";
  private static final String INDIRECT = "own array fetched again";

  private static final String BELOW_ZERO =
      "A part below zero hangs down: walks between switches took no longer than alone. The cost is"
          + " what stands less what hangs.";

  private static final String KERNEL = "kernel";
  private static final String USER = "user";

  /** Tints of the two parts, a hue a level: dark and light. */
  private static final Map<String, List<Integer>> TINTS =
      Map.of(KERNEL, List.of(0, 1), USER, List.of(3, 5));

  private final SwitchCosts result;
  private final long strideBytes;

  private PartsFigure(SwitchCosts result, long strideBytes) {
    this.result = result;
    this.strideBytes = strideBytes;
  }

  /** The figure at one stride. */
  static Figure of(SwitchCosts result, long strideBytes) {
    return new PartsFigure(result, strideBytes).draw();
  }

  private Figure draw() {
    List<CostEstimate> own = walked(result.own());
    List<CostEstimate> beside = walked(result.companion());
    List<Mark.Bars> bars = new ArrayList<>(bars(own, !beside.isEmpty()));
    bars.addAll(bars(beside, true));
    List<Long> sizes =
        Stream.concat(own.stream(), beside.stream())
            .map(estimate -> estimate.point().arrayBytes())
            .toList();
    List<Mark> marks = new ArrayList<>(bars);
    marks.addAll(CostFigure.caches(result.machine()));
    Figure.Heading heading = result.heading(CostFigure.level(own));
    return new Figure(
        new Figure.Heading(
            "What a switch costs, in parts (stride %d B)".formatted(strideBytes),
            heading.provenance(),
            heading.warnings()),
        hasNegative(bars) ? List.of(BELOW_ZERO) : List.of(),
        new Axis("array size of each process (KiB)", SizeScale.of(sizes)),
        new Axis("cost of one switch (µs)", ValueAxis.stacked(bars)),
        marks);
  }

  private List<CostEstimate> walked(List<CostEstimate> estimates) {
    return estimates.stream()
        .filter(e -> e.point().strideBytes() == strideBytes)
        .filter(e -> e.directNs() != null || e.indirectNs() != null)
        .toList();
  }

  /** Both parts of one subject; its level names them if there are two. */
  private static List<Mark.Bars> bars(List<CostEstimate> of, boolean named) {
    if (of.isEmpty()) {
      return List.of();
    }
    String level = level(of.getFirst());
    String before = named ? level + " level: " : "";
    List<Integer> tints = Objects.requireNonNull(TINTS.get(level));
    return List.of(
        bars(before + DIRECT, tints.get(0), of, CostEstimate::directNs, level),
        bars(before + INDIRECT, tints.get(1), of, CostEstimate::indirectNs, level));
  }

  private static String level(CostEstimate estimate) {
    boolean user =
        estimate.setting().has("subject")
            && estimate.setting().text("subject").startsWith(Rung.GTHREAD);
    return user ? USER : KERNEL;
  }

  private static Mark.Bars bars(
      String name,
      int tint,
      List<CostEstimate> of,
      Function<CostEstimate, @Nullable Estimate> part,
      String stack) {
    List<Dot> dots =
        of.stream()
            .map(
                estimate ->
                    Dot.upright(
                        (double) estimate.point().arrayBytes(),
                        part.apply(estimate),
                        NS_PER_US,
                        Plural.of(estimate.passes().size(), "pass", "passes")))
            .toList();
    return new Mark.Bars(name, Look.points(tint), dots, stack);
  }

  private static boolean hasNegative(List<Mark.Bars> all) {
    return all.stream().flatMap(bars -> bars.dots().stream()).anyMatch(dot -> dot.y() < 0);
  }
}
