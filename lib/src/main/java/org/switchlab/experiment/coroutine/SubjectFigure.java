package org.switchlab.experiment.coroutine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * or what of it coroutines add. What is missing here keeps a row, with the reason.
 */
final class SubjectFigure {

  /** Below a tenth of a nanosecond nothing can be told from nothing. */
  private static final double SHORTEST_NS = 0.1;

  private final CoroutineResult result;
  private final Measure measure;
  private final List<Cost> costs;

  private SubjectFigure(CoroutineResult result, Measure measure) {
    this.result = result;
    this.measure = measure;
    this.costs = result.fromQuickest(measure);
  }

  /** The whole time of an operation, in multiples of the baseline where these are told. */
  static Figure of(CoroutineResult result) {
    boolean relative = result.rows().hasColumn(Workload.RELATIVE.name());
    return draw(
        result,
        Workload.GROSS,
        relative ? Workload.RELATIVE : Workload.GROSS,
        "time of one operation");
  }

  /** What of it coroutines add, beside what the paper prints. */
  static Figure net(CoroutineResult result) {
    return draw(result, Workload.NET, Workload.NET, "time of one operation beyond its baseline");
  }

  /** A row a subject; where a number varies, a line a subject over that. */
  private static Figure draw(
      CoroutineResult result, Measure ofRows, Measure ofLines, String title) {
    return result.numbersVaried().stream()
        .findFirst()
        .map(
            factor ->
                Lines.lines()
                    .x(factor.name())
                    .y(ofLines.name())
                    .each(SubjectVisits.SUBJECT)
                    .logarithmic()
                    .draw(result))
        .orElseGet(() -> new SubjectFigure(result, ofRows).draw(title));
  }

  private Figure draw(String title) {
    List<Column> varied = result.varied();
    List<String> names = costs.stream().map(cost -> name(cost, varied)).toList();
    List<String> notes = costs.stream().map(this::note).toList();
    return new Figure(
        result.heading(Lines.intervals(result.rows(), result.rows().column(measure.name()))),
        List.of(),
        new Axis(
            title + " (logarithmic)",
            LogScale.of(
                costs.stream().flatMapToDouble(this::valuesNs).toArray(), SHORTEST_NS, Unit.NS)),
        new Axis("", new RowScale(names, notes, true)),
        marks());
  }

  /** With what varies besides the subject, where something does. */
  private static String name(Cost cost, List<Column> varied) {
    return Stream.concat(
            Stream.of(cost.subject()),
            varied.stream().map(column -> cost.row().text(column.name())))
        .collect(Collectors.joining(", "));
  }

  private List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    List<Dot> dots =
        IntStream.range(0, costs.size())
            .mapToObj(
                row -> {
                  Cost cost = costs.get(row);
                  return cost.time(measure) == null && cost.number(measure).isPresent()
                      ? Dot.at(cost.number(measure).orElseThrow(), row)
                      : Dot.lying(cost.time(measure), row, 1, Lines.hint(cost.row()));
                })
            .toList();
    marks.add(new Mark.Series("measured", Look.points(0), dots, true));
    List<Dot> stars =
        measure.equals(Workload.NET)
            ? PublishedValue.times(result.experiment()).stream()
                .flatMap(value -> star(value).stream())
                .toList()
            : List.of();
    if (!stars.isEmpty()) {
      Look star = Look.points(Look.BLACK).with(Look.Shape.STAR);
      marks.add(new Mark.Series("published", star, stars, true));
    }
    return marks;
  }

  private Optional<Dot> star(PublishedValue value) {
    return IntStream.range(0, costs.size())
        .filter(row -> costs.get(row).subject().equals(value.subject()))
        .mapToObj(row -> new Dot(value.value(), row, Double.NaN, Double.NaN, value.note()))
        .findFirst();
  }

  private String note(Cost cost) {
    if (cost.number(measure).isPresent()) {
      return Unit.NS.show(cost.number(measure).orElseThrow());
    }
    return cost.gap().isEmpty() ? Figure.NOTHING : cost.gap();
  }

  private DoubleStream valuesNs(Cost cost) {
    Estimate known = cost.time(measure);
    return known == null
        ? cost.number(measure).stream()
        : DoubleStream.of(known.low(), known.value(), known.high());
  }
}
