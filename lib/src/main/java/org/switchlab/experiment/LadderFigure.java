package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.switchlab.experiment.Ladder.RungCost;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rung.Scope;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;

/** A row a rung, the floor at the top, on a logarithmic axis: what it costs, and what it adds. */
final class LadderFigure {

  /** Nothing that is measured here is shorter: a tenth of the time of one instruction. */
  private static final double SHORTEST_NS = 0.1;

  private final List<RungCost> rungs;

  private LadderFigure(List<RungCost> rungs) {
    this.rungs = rungs;
  }

  /** The figure of {@code ladder}. */
  static Figure of(Ladder ladder) {
    return new LadderFigure(ladder.rungs()).draw(ladder);
  }

  private Figure draw(Ladder ladder) {
    List<String> names = rungs.stream().map(one -> one.rung().name()).toList();
    List<String> adds = rungs.stream().map(RungCost::rung).map(Rung::adds).toList();
    return new Figure(
        ladder.heading(Lines.intervals(ladder.rows(), ladder.rows().column(Column.ESTIMATE_NAME))),
        List.of(),
        new Axis(
            "cost of one switch beyond its message (logarithmic)",
            LogScale.of(valuesNs(), SHORTEST_NS, Unit.NS)),
        new Axis("", new RowScale(names, adds, true)),
        marks());
  }

  /** A colour a scope; behind them, grey, the time of a switch with its message. */
  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    List<Dot> gross =
        IntStream.range(0, rungs.size())
            .filter(row -> rungs.get(row).grossNs() != null)
            .mapToObj(row -> Dot.at(Objects.requireNonNull(rungs.get(row).grossNs()), row))
            .toList();
    if (!gross.isEmpty()) {
      Look cross = Look.points(Look.GREY).with(Look.Shape.CROSS);
      marks.add(new Mark.Series("with its message", cross, gross));
    }
    for (Scope scope : Scope.values()) {
      List<Dot> dots =
          IntStream.range(0, rungs.size())
              .filter(row -> rungs.get(row).rung().scope() == scope)
              .mapToObj(this::dot)
              .toList();
      if (dots.stream().anyMatch(Dot::isThere)) {
        marks.add(
            new Mark.Series(
                scope.word(), Look.points(List.of(Scope.values()).indexOf(scope)), dots, true));
      }
    }
    return marks;
  }

  private Dot dot(int row) {
    return Dot.lying(
        rungs.get(row).cost().switchCostNs(),
        row,
        1,
        Plural.of(rungs.get(row).cost().processes(), "process", "processes"));
  }

  private double[] valuesNs() {
    return rungs.stream().flatMapToDouble(LadderFigure::valuesNs).toArray();
  }

  private static DoubleStream valuesNs(RungCost one) {
    Estimate cost = one.cost().switchCostNs();
    Double grossNs = one.grossNs();
    return DoubleStream.concat(
        cost == null
            ? DoubleStream.empty()
            : DoubleStream.of(cost.low(), cost.value(), cost.high()),
        grossNs == null ? DoubleStream.empty() : DoubleStream.of(grossNs));
  }
}
