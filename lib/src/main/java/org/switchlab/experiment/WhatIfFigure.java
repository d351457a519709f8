package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.WhatIfAnalysis;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Pivot;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** Bars, upright from zero: the change of each kind of miss and of the cost, by alternative. */
final class WhatIfFigure {

  /** The least median change worth a linear part. */
  private static final double SMALLEST = 1;

  private WhatIfFigure() {}

  /** The figure of {@code result}. */
  static Figure of(WhatIfResult result) {
    Rows changes = result.changesOfAsIs();
    List<String> names = result.changed();
    List<Mark> marks = new ArrayList<>();
    List<Dot> all = new ArrayList<>();
    for (Column measure : WhatIfAnalysis.MEASURES) {
      String of = WhatIfAnalysis.changing(measure.name());
      List<Dot> dots = dots(changes.where(WhatIfAnalysis.OF, of), names);
      all.addAll(dots);
      marks.add(new Mark.Bars(of, look(measure.name(), marks.size()), dots));
    }
    return new Figure(
        result.heading(),
        List.of(),
        new Axis("what is changed", new RowScale(names, List.of(), false)),
        new Axis("change a switch (misses; cost in ns)", scale(all)),
        marks);
  }

  /** Costs are no misses and look like none. */
  private static Look look(String measure, int index) {
    return Look.points(
        switch (measure) {
          case WhatIfAnalysis.COST -> Look.BLACK;
          case WhatIfAnalysis.MESSAGE_COST -> Look.GREY;
          default -> index;
        });
  }

  /** One a name; a gap where it is not modelled. */
  private static List<Dot> dots(Rows changes, List<String> names) {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      dots.add(
          changes
              .where(WhatIfAnalysis.ALTERNATIVE, names.get(i))
              .first()
              .map(row -> dot(row, at))
              .orElseGet(() -> Dot.at(at, Double.NaN)));
    }
    return dots;
  }

  private static Dot dot(Row row, int at) {
    Estimate change = row.estimate(Column.ESTIMATE_NAME);
    return change == null
        ? Dot.at(at, row.number(CurveTable.VALUE).orElseThrow())
        : Dot.upright(at, change, 1, "");
  }

  private static SymlogScale scale(List<Dot> dots) {
    double[] values =
        dots.stream().filter(Dot::isThere).mapToDouble(dot -> Math.abs(dot.y())).toArray();
    double[] all =
        dots.stream()
            .flatMapToDouble(dot -> DoubleStream.of(0, dot.y(), dot.low(), dot.high()))
            .filter(Double::isFinite)
            .toArray();
    return SymlogScale.of(values, all, SMALLEST);
  }

  /** The same as a table: a row an alternative. */
  static Rows numbers(WhatIfResult result) {
    Rows changes = result.changesOfAsIs();
    boolean intervals = changes.rows().stream().allMatch(row -> row.has(Column.ESTIMATE_NAME));
    Rows wide =
        Pivot.of(
            changes,
            WhatIfAnalysis.ALTERNATIVE,
            WhatIfAnalysis.OF,
            intervals ? Column.ESTIMATE_NAME : CurveTable.VALUE);
    return new Rows(
        "Change of the misses that a switch causes, and of their estimated cost, against the"
            + " machine as it is; means over the array sizes",
        wide.columns(),
        wide.rows());
  }
}
