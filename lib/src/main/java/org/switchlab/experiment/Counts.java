package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.CounterEvidence;
import org.switchlab.counter.CountObservations;
import org.switchlab.counter.CountedMachine;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.estimate.CountCurve;
import org.switchlab.estimate.CountUnit;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.EventCurves;
import org.switchlab.estimate.SpreadTables;
import org.switchlab.figure.Figure;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** What was counted without and with switches, by array size and stride. */
public final class Counts extends Result {

  private final List<CountedFigure> figures;

  Counts(ResultData data, Presentation presentation, List<CountedFigure> figures) {
    super(data, presentation);
    this.figures = figures;
  }

  /** The figure of its experiment that it shows. */
  CountedFigure shown() {
    return figures.stream()
        .filter(figure -> figure.figure().equals(plan().figure()))
        .findFirst()
        .orElseGet(figures::getFirst);
  }

  /** Whose curves are drawn; others may have been counted to compare with. */
  public Level level() {
    return shown().level();
  }

  /** What a count is divided by. */
  public CountUnit unit() {
    return shown().unit();
  }

  /** What it shows. */
  public List<CounterEvent> events() {
    return shown().events();
  }

  /** The machine that was counted, which may be a model. */
  public CountedMachine counted() {
    return find(CountedMachine.TABLE)
        .flatMap(Rows::first)
        .map(CountedMachine::of)
        .orElseGet(() -> CountedMachine.unnamed("a machine that is not known"));
  }

  /** The source of the counts: {@code perf}, {@code emulated} or {@code recorded}. */
  public String counter() {
    return find(CountedMachine.TABLE)
        .flatMap(Rows::first)
        .map(CountedMachine::counter)
        .orElse(source().word());
  }

  /** Every repetition of every phase, with all events that were counted. */
  public List<PhaseCounts> counts() {
    return CountObservations.counts(observations());
  }

  /** The curves of one of its events over array size, with intervals from the repetitions. */
  public EventCurves curves(CounterEvent event) {
    return EventCurves.of(rows(CurveTable.TABLE), event);
  }

  /** A curve as it is drawn: of its first event, at its level. */
  public CountCurve curve(Variant variant, long strideBytes) {
    return curves(events().getFirst()).curve(level(), strideBytes, variant, unit());
  }

  /** What the counts have to say about claims. */
  CounterEvidence evidence() {
    return new CounterEvidence(
        rows(CurveTable.TABLE),
        find(SpreadTables.VARIATION).orElse(null),
        counted(),
        source().word());
  }

  /** What stands above its pictures: the counted machine, not the one that emulated it. */
  Figure.Heading heading() {
    EventCurves curves = curves(events().getFirst());
    String space = curves.space() == Space.ALL ? "user and kernel together" : "user space only";
    String source = source().word();
    String by = source.equals(counter()) ? source : "%s (%s)".formatted(source, counter());
    return new Figure.Heading(
        plan().title(),
        "%s · %s · %s · %s"
            .formatted(by, counted().headline(), repetitions(curves.repetitions()), space),
        warnings());
  }

  /** Of two and more the range is shown. */
  static String repetitions(int counted) {
    return (counted > 1 ? "range of " : "") + Plural.of(counted, "repetition");
  }

  /** What its numbers are: {@code L1d misses a message}. */
  String quantity() {
    String name = events().size() > 1 ? "misses" : events().getFirst().title();
    return name + " " + unit().words();
  }

  /** The tables for people: what is drawn as numbers. */
  List<Rows> shownTables() {
    return List.of(
        find(SpreadTables.SPREAD).map(Counts::spread).orElseGet(() -> CountFigure.numbers(this)));
  }

  /** Three digits would hide what this table is for. */
  private static Rows spread(Rows spread) {
    List<Column> columns =
        List.of(
            Column.text(CountObservations.LEVEL, "level"),
            Column.whole(CountObservations.ARRAY, Unit.BYTES, "array"),
            Column.text(SpreadTables.MEDIAN, "median"),
            Column.text("least", "least"),
            Column.text("most", "most"),
            Column.text(SpreadTables.DEVIATION, "deviation"));
    List<Row> rows = new ArrayList<>();
    for (Row row : spread.rows()) {
      rows.add(
          Row.of(
              CountObservations.LEVEL,
              row.text(CountObservations.LEVEL),
              CountObservations.ARRAY,
              row.whole(CountObservations.ARRAY),
              SpreadTables.MEDIAN,
              tenths(row, SpreadTables.MEDIAN),
              "least",
              tenths(row, "least"),
              "most",
              tenths(row, "most"),
              SpreadTables.DEVIATION,
              percent(row)));
    }
    return new Rows(
        "Instructions a message: median, least and most of the repetitions, and their standard"
            + " deviation as a share of the mean",
        columns,
        rows);
  }

  private static @Nullable String percent(Row row) {
    OptionalDouble share = row.number(SpreadTables.DEVIATION);
    return share.isPresent() ? Units.digits(100 * share.getAsDouble()) + " %" : null;
  }

  private static String tenths(Row row, String name) {
    return String.format(Locale.ROOT, "%.1f", row.number(name).orElse(Double.NaN));
  }
}
