package org.switchlab.experiment.coroutine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.PublishedValue;
import org.switchlab.experiment.Lines;
import org.switchlab.experiment.coroutine.CoroutineResult.Cost;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.plan.Measure;
import org.switchlab.procedure.SubjectVisits;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;

/**
 * A row a subject, the quickest at the top, on a logarithmic axis: the whole time of an operation,
 * and what of it coroutines add. What is missing here keeps a row, with the reason.
 */
final class SubjectFigure {

  /** Below a tenth of a nanosecond nothing can be told from nothing. */
  private static final double SHORTEST_NS = 0.1;

  private SubjectFigure() {}

  static Figure of(CoroutineResult result) {
    return result.numbersVaried().stream()
        .findFirst()
        .map(factor -> over(result, factor))
        .orElseGet(() -> rows(result));
  }

  /** A line a subject over a number that varies: multiples of the baseline, if that is told. */
  private static Figure over(CoroutineResult result, Column factor) {
    Measure upward =
        result.rows().hasColumn(Workload.RELATIVE.name()) ? Workload.RELATIVE : Workload.GROSS;
    return Lines.lines()
        .x(factor.name())
        .y(upward.name())
        .each(SubjectVisits.SUBJECT)
        .logarithmic()
        .draw(result);
  }

  private static Figure rows(CoroutineResult result) {
    List<Cost> costs = result.fromQuickest();
    List<String> names = costs.stream().map(cost -> name(cost, result.varied())).toList();
    List<String> notes = costs.stream().map(SubjectFigure::note).toList();
    return new Figure(
        result.heading(Lines.intervals(result.rows(), result.rows().column("gross"))),
        List.of(),
        new Axis(
            "time of one operation (logarithmic)",
            LogScale.of(
                costs.stream().flatMapToDouble(SubjectFigure::valuesNs).toArray(),
                SHORTEST_NS,
                Unit.NS)),
        new Axis("", new RowScale(names, notes, true)),
        marks(result, costs));
  }

  private static List<Mark> marks(CoroutineResult result, List<Cost> costs) {
    List<Mark> marks = new ArrayList<>();
    marks.add(series("whole", Look.points(0), costs, Cost::grossNs));
    marks.add(series("beyond its baseline", Look.points(1), costs, Cost::netNs));
    List<Dot> published =
        PublishedValue.times(result.experiment()).stream()
            .flatMap(value -> star(value, costs).stream())
            .toList();
    if (!published.isEmpty()) {
      Look star = Look.points(Look.BLACK).with(Look.Shape.STAR);
      marks.add(new Mark.Series("published, beyond its baseline", star, published, true));
    }
    return marks;
  }

  private static Optional<Dot> star(PublishedValue value, List<Cost> costs) {
    return IntStream.range(0, costs.size())
        .filter(row -> costs.get(row).subject().equals(value.subject()))
        .mapToObj(row -> new Dot(value.value(), row, Double.NaN, Double.NaN, value.note()))
        .findFirst();
  }

  /** With what varies besides the subject, where something does. */
  private static String name(Cost cost, List<Column> varied) {
    return Stream.concat(
            Stream.of(cost.title()), varied.stream().map(column -> cost.row().text(column.name())))
        .collect(Collectors.joining(", "));
  }

  private static Mark series(
      String name, Look look, List<Cost> costs, Function<Cost, @Nullable Estimate> part) {
    List<Dot> dots =
        IntStream.range(0, costs.size())
            .mapToObj(
                row ->
                    Dot.lying(
                        part.apply(costs.get(row)), row, 1, Lines.hint(costs.get(row).row())))
            .toList();
    return new Mark.Series(name, look, dots, true);
  }

  private static String note(Cost cost) {
    if (cost.grossNs() != null) {
      return Unit.NS.show(cost.grossNs().value());
    }
    return cost.gap().isEmpty() ? Figure.NOTHING : cost.gap();
  }

  private static DoubleStream valuesNs(Cost cost) {
    return DoubleStream.concat(ends(cost.grossNs()), ends(cost.netNs()));
  }

  private static DoubleStream ends(@Nullable Estimate ns) {
    return ns == null ? DoubleStream.empty() : DoubleStream.of(ns.low(), ns.value(), ns.high());
  }
}
