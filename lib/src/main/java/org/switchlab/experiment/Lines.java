package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.CostTable;
import org.switchlab.estimate.MeasureAnalysis;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.result.Result;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;

/**
 * A figure of estimates over a factor, a line for each value of another. Over a factor of words it
 * has a row for each word, with points.
 */
public final class Lines implements Function<Result, Figure> {

  private final @Nullable String x;
  private final @Nullable String y;
  private final @Nullable String each;
  private final boolean logarithmic;

  private Lines(
      @Nullable String x, @Nullable String y, @Nullable String each, boolean logarithmic) {
    this.x = x;
    this.y = y;
    this.each = each;
    this.logarithmic = logarithmic;
  }

  /** The first estimate over the first factor, a line for each value of the second. */
  public static Lines lines() {
    return new Lines(null, null, null, false);
  }

  /** Over this factor. */
  public Lines x(String factor) {
    return new Lines(factor, y, each, logarithmic);
  }

  /** Of this estimate or number. */
  public Lines y(String column) {
    return new Lines(x, column, each, logarithmic);
  }

  /** A line for each value of this factor. */
  public Lines each(String factor) {
    return new Lines(x, y, factor, logarithmic);
  }

  /** With the estimates on a logarithm, for those that are orders apart and above zero. */
  public Lines logarithmic() {
    return new Lines(x, y, each, true);
  }

  /**
   * Refuses columns that are not there, before anything is measured.
   *
   * @throws IllegalArgumentException naming the experiment, the column and those there are
   */
  void check(String experiment, List<Factor> factors, List<Measure> measures) {
    List<String> along = factors.stream().map(Factor::name).toList();
    List<String> upward = measures.stream().map(Measure::name).toList();
    refuseUnknown(experiment, "x", x, "factor", along);
    refuseUnknown(experiment, "each", each, "factor", along);
    refuseUnknown(experiment, "y", y, "measure", upward);
  }

  private static void refuseUnknown(
      String experiment, String word, @Nullable String name, String kind, List<String> there) {
    if (name != null && !there.contains(name)) {
      throw new IllegalArgumentException(
          "experiment '%s' is shown by .%s(\"%s\"), which is no %s of it; there are: %s"
              .formatted(experiment, word, name, kind, String.join(", ", there)));
    }
  }

  @Override
  public Figure apply(Result result) {
    return draw(result);
  }

  /** The figure of {@code result}. */
  public Figure draw(Result result) {
    Rows rows = result.rows();
    List<Column> factors = result.plan().factors();
    Column along = x == null ? factors.getFirst() : rows.column(x);
    Column estimate = y == null ? firstNumber(rows, factors) : rows.column(y);
    String by = each == null && x == null && factors.size() > 1 ? factors.get(1).name() : each;
    return along.isNumeric()
        ? overNumbers(result, along, estimate, by)
        : overWords(result, along, estimate, by);
  }

  private static Column firstNumber(Rows rows, List<Column> factors) {
    return rows.columns().stream()
        .filter(column -> column.isNumeric() && !factors.contains(column))
        .min(Comparator.comparing(column -> column.type() != Column.Type.ESTIMATE))
        .orElseThrow(
            () -> new IllegalArgumentException("there is no number to draw: name it by .y(…)"));
  }

  private Figure overNumbers(Result result, Column along, Column estimate, @Nullable String by) {
    Rows rows = result.rows();
    ValueAxis axis = ValueAxis.of(estimate.unit(), values(rows, estimate));
    List<Mark> marks = new ArrayList<>();
    List<Dot> all = new ArrayList<>();
    for (Object value : groups(rows, by)) {
      List<Dot> dots =
          group(rows, by, value).rows().stream()
              .filter(row -> row.has(along.name()))
              .sorted(Comparator.comparingDouble(row -> row.number(along.name()).orElseThrow()))
              .map(row -> dot(row, row.number(along.name()).orElseThrow(), false, estimate, axis))
              .toList();
      all.addAll(dots);
      marks.add(new Mark.Series(name(rows, by, value), Look.line(marks.size()), dots));
    }
    List<Double> places = all.stream().map(Dot::x).toList();
    Scale level =
        along.unit() == Unit.BYTES && places.stream().allMatch(place -> place > 0)
            ? SizeScale.of(places.stream().map(Math::round).toList())
            : ValueAxis.along(along.unit(), places);
    return new Figure(
        result.heading(intervals(rows, estimate)),
        List.of(),
        new Axis(title(along, level), level),
        new Axis(axis.title(estimate.heading()), upright(all, axis)),
        marks);
  }

  private static String title(Column along, Scale scale) {
    String unit = scale instanceof SizeScale ? "KiB" : along.unit().sign();
    return unit.isEmpty() ? along.heading() : "%s (%s)".formatted(along.heading(), unit);
  }

  private Scale upright(List<Dot> dots, ValueAxis axis) {
    if (!logarithmic) {
      return ValueAxis.symlog(dots);
    }
    double[] values = dots.stream().filter(Dot::isThere).mapToDouble(Dot::y).toArray();
    return LogScale.of(values, Double.MIN_NORMAL, unitOf(axis));
  }

  private static Unit unitOf(ValueAxis axis) {
    return axis.sign().equals(Unit.NS.sign()) ? Unit.NS : Unit.COUNT;
  }

  private Figure overWords(Result result, Column along, Column estimate, @Nullable String by) {
    Rows rows = result.rows();
    List<String> words = rows.distinct(along.name()).stream().map(Object::toString).toList();
    ValueAxis axis = ValueAxis.of(estimate.unit(), values(rows, estimate));
    List<Mark> marks = new ArrayList<>();
    List<Dot> all = new ArrayList<>();
    for (Object value : groups(rows, by)) {
      List<Dot> dots =
          group(rows, by, value).rows().stream()
              .map(row -> dot(row, words.indexOf(row.text(along.name())), true, estimate, axis))
              .toList();
      all.addAll(dots);
      marks.add(new Mark.Series(name(rows, by, value), Look.points(marks.size()), dots, true));
    }
    List<Dot> turned = all.stream().map(d -> new Dot(d.y(), d.x(), d.low(), d.high(), "")).toList();
    return new Figure(
        result.heading(intervals(rows, estimate)),
        List.of(),
        new Axis(axis.title(estimate.heading()), upright(turned, axis)),
        new Axis(along.heading(), new RowScale(words, List.of(), true)),
        marks);
  }

  private static List<Object> groups(Rows rows, @Nullable String by) {
    return by == null ? List.of("") : rows.distinct(by);
  }

  private static Rows group(Rows rows, @Nullable String by, Object value) {
    return by == null ? rows : rows.where(by, value);
  }

  private static String name(Rows rows, @Nullable String by, Object value) {
    if (by == null) {
      return "estimate";
    }
    Column column = rows.column(by);
    return value instanceof Number number
        ? column.heading() + " " + column.unit().show(number.doubleValue())
        : value.toString();
  }

  /** A row's number at a place, with its interval where it has one. */
  private static Dot dot(Row row, double at, boolean lying, Column estimate, ValueAxis axis) {
    Estimate known = row.estimate(estimate.name());
    OptionalDouble number = row.number(estimate.name());
    if (known == null && number.isPresent()) {
      double value = number.getAsDouble() / axis.perUnit();
      return lying ? Dot.at(value, at) : Dot.at(at, value);
    }
    return lying
        ? Dot.lying(known, at, axis.perUnit(), hint(row))
        : Dot.upright(at, known, axis.perUnit(), hint(row));
  }

  /** What a point rests on. */
  public static String hint(Row row) {
    if (row.has(MeasureAnalysis.VISITS)) {
      return Plural.of(row.whole(MeasureAnalysis.VISITS), "visit");
    }
    return row.has(CostTable.PASSES)
        ? Plural.of(row.whole(CostTable.PASSES), "pass", "passes")
        : "";
  }

  private static double[] values(Rows rows, Column estimate) {
    return rows.rows().stream()
        .map(row -> row.number(estimate.name()))
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  /** What the ends of the intervals are, in words; said so if there are none. */
  public static String intervals(Rows rows, Column estimate) {
    return rows.rows().stream()
        .map(row -> row.estimate(estimate.name()))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Estimate::kinds)
        .orElse("no intervals");
  }
}
