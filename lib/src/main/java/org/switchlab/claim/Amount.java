package org.switchlab.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Verdicts.Part;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * One estimate at the settings that were picked, for claims to reason about: {@code
 * result.at("sleepNs", 1_000).above(…)}.
 *
 * <p>If factors that were not picked vary, a statement is about each of their values: amounts are
 * compared where these agree, and all comparisons must hold.
 */
public final class Amount {

  private final Rows rows;
  private final PairedVisits visits;
  private final List<String> factors;
  private final Column column;
  private final Row picked;

  private Amount(Rows rows, PairedVisits visits, Column column, Row picked) {
    this.rows = rows;
    this.visits = visits;
    this.factors = visits.factors();
    this.column = column;
    this.picked = picked;
  }

  /**
   * The first estimate of a table at all its settings.
   *
   * @param visits what each visit answers, to compare amounts within a pass; absent if none were
   *     made
   * @param factors names of the columns that say where
   * @throws IllegalArgumentException if the table has no estimate
   */
  public static Amount of(Rows rows, @Nullable Rows visits, List<String> factors) {
    Column first =
        rows.columns().stream()
            .filter(column -> column.type() == Column.Type.ESTIMATE)
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(rows.title() + " has no column of estimates"));
    return new Amount(rows, new PairedVisits(visits, factors), first, Row.of());
  }

  /**
   * Another estimate at the same settings.
   *
   * @throws IllegalArgumentException if there is none of that name, listing those there are
   */
  public Amount of(String estimate) {
    Column other = rows.column(estimate);
    if (other.type() != Column.Type.ESTIMATE) {
      throw new IllegalArgumentException(
          "'%s' is no estimate: name a measure of the experiment".formatted(estimate));
    }
    return new Amount(rows, visits, other, picked);
  }

  /**
   * The same where factors have these values.
   *
   * @param namesAndValues names of factors' columns and a value each, in turn
   * @throws IllegalArgumentException if there is no such factor, listing those there are
   */
  public Amount at(Object... namesAndValues) {
    Row more = Row.of(namesAndValues);
    for (String name : more.values().keySet()) {
      if (!factors.contains(name)) {
        throw new IllegalArgumentException(
            "there is no factor '%s'; there are: %s".formatted(name, String.join(", ", factors)));
      }
    }
    Rows narrower =
        rows.where(row -> row.values().entrySet().containsAll(more.values().entrySet()));
    return new Amount(narrower, visits, column, picked.and(more));
  }

  /**
   * The estimate, where it is one.
   *
   * @throws IllegalArgumentException if there are several, or none with an interval
   */
  public Estimate estimate() {
    List<Row> there = known();
    if (there.size() != 1) {
      throw new IllegalArgumentException(
          "%s has %s: pick one setting by .at(…)"
              .formatted(words(picked), Plural.of(there.size(), "estimate")));
    }
    return estimateOf(there.getFirst());
  }

  /** The setting with the highest estimate. */
  public Amount highest() {
    return extreme(Comparator.comparingDouble(row -> -estimateOf(row).value()));
  }

  /** The setting with the lowest estimate. */
  public Amount lowest() {
    return extreme(Comparator.comparingDouble(row -> estimateOf(row).value()));
  }

  private Amount extreme(Comparator<Row> order) {
    List<Row> first = known().stream().sorted(order).limit(1).toList();
    Row where = first.isEmpty() ? Row.of() : Setting.in(first.getFirst(), factors).row();
    return new Amount(rows.withRows(first), visits, column, picked.and(where));
  }

  /** Whether it is above {@code other}. */
  public Statement above(Amount other) {
    return compared(other, (a, b) -> isAbove(a, other, b), "is above");
  }

  /** Whether it is below {@code other}. */
  public Statement below(Amount other) {
    return compared(other, (a, b) -> Kleene.not(isAbove(a, other, b)), "is below");
  }

  /** Within passes, if visits of one number measured the same there; else as the intervals say. */
  private Outcome isAbove(Row own, Amount other, Row beside) {
    Estimate here = estimateOf(own);
    return (column.equals(other.column)
            ? visits.difference(own, beside, column, here.level())
            : Optional.<Estimate>empty())
        .map(difference -> Kleene.within(difference, 0, Double.POSITIVE_INFINITY))
        .orElseGet(() -> Kleene.above(here, other.estimateOf(beside)));
  }

  /** Whether it lies between two multiples of {@code other}, both amounts being above zero. */
  public Statement withinMultiples(Amount other, double low, double high) {
    return compared(
        other,
        (a, b) -> Kleene.withinMultiples(estimateOf(a), other.estimateOf(b), low, high),
        "is %s to %s times"
            .formatted(Units.plain(Units.digits(low)), Units.plain(Units.digits(high))));
  }

  /** Whether it lies between two numbers of its unit. */
  public Statement within(double low, double high) {
    String question = "lies within %s and %s".formatted(show(low), show(high));
    return each(a -> Kleene.within(a, low, high), question);
  }

  /** Whether it is above a number of its unit. */
  public Statement above(double number) {
    return each(
        a -> Kleene.within(a, number, Double.POSITIVE_INFINITY), "is above " + show(number));
  }

  /** Whether it is below a number of its unit. */
  public Statement below(double number) {
    return each(
        a -> Kleene.within(a, Double.NEGATIVE_INFINITY, number), "is below " + show(number));
  }

  private Statement each(Function<Estimate, Outcome> question, String words) {
    List<Part> parts = new ArrayList<>();
    List<String> here = new ArrayList<>();
    for (Row row : known()) {
      parts.add(new Part(name(row) + " " + words, question.apply(estimateOf(row))));
      here.add(name(row) + ": " + show(estimateOf(row)));
    }
    return statement(parts, here);
  }

  private Statement compared(Amount other, BiFunction<Row, Row, Outcome> question, String words) {
    List<Part> parts = new ArrayList<>();
    List<String> here = new ArrayList<>();
    for (Row row : known()) {
      for (Row beside : other.known()) {
        if (agree(row, beside, other)) {
          parts.add(
              new Part(
                  "%s %s %s".formatted(name(row), words, other.name(beside)),
                  question.apply(row, beside)));
          here.add(
              "%s: %s, %s: %s"
                  .formatted(
                      name(row),
                      show(estimateOf(row)),
                      other.name(beside),
                      other.show(other.estimateOf(beside))));
        }
      }
    }
    return parts.isEmpty() && !known().isEmpty() ? other.nothing() : statement(parts, here);
  }

  /** Whether two settings differ only in what was picked. */
  private boolean agree(Row row, Row beside, Amount other) {
    return factors.stream()
        .filter(name -> !picked.has(name) && !other.picked.has(name))
        .allMatch(name -> String.valueOf(row.get(name)).equals(String.valueOf(beside.get(name))));
  }

  private Statement statement(List<Part> parts, List<String> here) {
    if (parts.isEmpty()) {
      return nothing();
    }
    Outcome outcome = Part.all(parts);
    // One part that decides says more than all that do not.
    int shown = Math.max(0, parts.stream().map(Part::outcome).toList().indexOf(outcome));
    String open = outcome == Outcome.INCONCLUSIVE ? "; " + Verdicts.NARROW_IT : "";
    String why = "%s: %s".formatted(parts.get(shown).what(), outcome.words());
    return new Statement(outcome, here.get(shown), why + tally(parts, outcome) + open);
  }

  private static String tally(List<Part> parts, Outcome outcome) {
    long alike = parts.stream().filter(part -> part.outcome() == outcome).count();
    return parts.size() == 1 ? "" : ", as %d of %d comparisons".formatted(alike, parts.size());
  }

  private Statement nothing() {
    return new Statement(
        Outcome.NOT_MEASURABLE,
        "",
        "There is no interval of %s: measure there, and more than twice".formatted(words(picked)));
  }

  private List<Row> known() {
    return rows.rows().stream().filter(row -> row.estimate(column.name()) != null).toList();
  }

  private Estimate estimateOf(Row row) {
    Estimate estimate = row.estimate(column.name());
    if (estimate == null) {
      throw new IllegalStateException("only rows with an estimate are asked for it");
    }
    return estimate;
  }

  /** The setting of a row, as far as it was picked or varies. */
  private String name(Row row) {
    List<String> vary = factors.stream().filter(f -> rows.distinct(f).size() > 1).toList();
    return words(picked.and(Setting.in(row, vary).row()));
  }

  private String words(Row where) {
    String at =
        where.values().entrySet().stream()
            .map(value -> words(rows.column(value.getKey()), value.getValue()))
            .collect(Collectors.joining(", "));
    return at.isEmpty() ? column.heading() : column.heading() + " at " + at;
  }

  private static String words(Column factor, Object value) {
    return value instanceof Number number
        ? factor.heading() + " " + factor.unit().show(number.doubleValue())
        : factor.heading() + " " + value;
  }

  private String show(Estimate estimate) {
    return column.unit() == Unit.NS
        ? Intervals.time(estimate)
        : "%s [%s, %s]"
            .formatted(show(estimate.value()), show(estimate.low()), show(estimate.high()));
  }

  private String show(double number) {
    return column.unit().show(number);
  }

  /** With its setting and interval: {@code late at sleep 1.00 ms: 58.1 µs [57.9, 58.3]}. */
  @Override
  public String toString() {
    String all =
        known().stream()
            .map(row -> name(row) + ": " + show(estimateOf(row)))
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? words(picked) + ": not known" : all;
  }
}
