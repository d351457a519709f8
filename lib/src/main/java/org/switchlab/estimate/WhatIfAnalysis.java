package org.switchlab.estimate;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Mean;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterEvent;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** How misses and estimated cost of a switch change from one modelled machine to another. */
public final class WhatIfAnalysis implements Analysis {

  /** Column of what is changed. */
  public static final String ALTERNATIVE = "alternative";

  /** Estimated cost of the misses that a switch adds to a message. */
  public static final String COST = "estimatedNs";

  /** Estimated cost of all misses of a message with its switch. */
  public static final String MESSAGE_COST = "messageEstimatedNs";

  /** What one repetition sees: the misses a switch adds to a message, and their cost. */
  public static final List<Column> MEASURES = measures();

  /** Title of the table of changes. */
  public static final String CHANGES = "changes";

  /** Column of what a change starts from. */
  public static final String FROM = "from";

  /** Column of what changes. */
  public static final String OF = "of";

  /** What changes if it is no kind of miss. */
  private static final Map<String, String> COSTS =
      Map.of(COST, "cost of a switch (ns)", MESSAGE_COST, "message and switch (ns)");

  private static final String REPETITIONS = "repetitions";
  private static final int RESAMPLES = 1000;

  private static List<Column> measures() {
    List<Column> columns = new ArrayList<>();
    MissCosts.events()
        .forEach(
            event ->
                columns.add(
                    Column.number(perSwitch(event), Unit.COUNT, event.title() + " a switch")));
    columns.add(Column.number(COST, Unit.NS, "estimated cost of a switch"));
    columns.add(Column.number(MESSAGE_COST, Unit.NS, "estimated cost of message and switch"));
    return List.copyOf(columns);
  }

  /** For instance {@code l1d-missesPerSwitch}. */
  public static String perSwitch(CounterEvent event) {
    return event.word() + "PerSwitch";
  }

  /** What the table of changes calls a measure: {@code L1d misses}. */
  public static String changing(String measure) {
    return MissCosts.events().stream()
        .filter(event -> perSwitch(event).equals(measure))
        .map(CounterEvent::title)
        .findFirst()
        .orElseGet(() -> COSTS.getOrDefault(measure, measure));
  }

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    return List.of(means(plan, observations), changes(plan, observations));
  }

  /** One row a setting: means over its repetitions. */
  private static Rows means(Plan plan, List<Observation> observations) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.addAll(MEASURES);
    columns.add(Column.count(REPETITIONS, "repetitions"));
    Map<Setting, List<Observation>> settings =
        observations.stream()
            .collect(groupingBy(Observation::setting, LinkedHashMap::new, toList()));
    List<Row> rows = new ArrayList<>();
    settings.forEach(
        (setting, same) -> {
          Row row = setting.row();
          for (Column measure : MEASURES) {
            row = row.with(measure.name(), mean(same, measure.name()));
          }
          rows.add(row.with(REPETITIONS, same.size()));
        });
    return new Rows(ESTIMATES, columns, rows);
  }

  private static OptionalDouble mean(List<Observation> same, String measure) {
    return same.stream().flatMapToDouble(one -> one.seen().number(measure).stream()).average();
  }

  /** One row for each two alternatives and each measure that was modelled in both. */
  private static Rows changes(Plan plan, List<Observation> observations) {
    var bootstrap = new Bootstrap(RESAMPLES, plan.effort().level(), plan.seed());
    List<String> alternatives = alternatives(plan);
    List<Observation> whole = whole(plan, observations);
    List<Row> rows = new ArrayList<>();
    for (String from : alternatives) {
      for (String to : alternatives) {
        for (Column measure : from.equals(to) ? List.<Column>of() : MEASURES) {
          Map<Integer, Double> before = byRepetition(whole, from, measure.name());
          Map<Integer, Double> after = byRepetition(whole, to, measure.name());
          Row row = Row.of(FROM, from, ALTERNATIVE, to, OF, changing(measure.name()));
          Row change = changed(row, before, after, bootstrap);
          if (change != null) {
            rows.add(change);
          }
        }
      }
    }
    return new Rows(
        CHANGES,
        List.of(
            Column.text(FROM, "from"),
            Column.text(ALTERNATIVE, "to"),
            Column.text(OF, "of"),
            Column.number(CurveTable.VALUE, Unit.COUNT, "change a switch"),
            Column.mainEstimate(Unit.COUNT, "change a switch")),
        rows);
  }

  /**
   * The mean over the sizes of the differences, repetition by repetition: what both alternatives
   * have in common, such as where pages lie, cancels. One repetition has a value and no interval.
   */
  private static @Nullable Row changed(
      Row row, Map<Integer, Double> before, Map<Integer, Double> after, Bootstrap bootstrap) {
    double[] changes =
        after.keySet().stream()
            .filter(before::containsKey)
            .mapToDouble(r -> after.getOrDefault(r, 0.0) - before.getOrDefault(r, 0.0))
            .toArray();
    if (changes.length == 0) {
      return null;
    }
    return row.with(
        CurveTable.VALUE,
        Mean.of(changes).getAsDouble(),
        Column.ESTIMATE_NAME,
        changes.length < 2
            ? null
            : bootstrap.estimate(List.of(changes), values -> Mean.of(values).getAsDouble()));
  }

  private static List<String> alternatives(Plan plan) {
    return plan.settings().stream().map(s -> s.text(ALTERNATIVE)).distinct().toList();
  }

  /** Without repetitions that an interrupt left without some of their sizes: means compare not. */
  private static List<Observation> whole(Plan plan, List<Observation> observations) {
    int sizes = plan.settings().size() / alternatives(plan).size();
    return observations.stream()
        .collect(
            groupingBy(
                one -> List.of(one.setting().text(ALTERNATIVE), one.repetition()),
                LinkedHashMap::new,
                toList()))
        .values()
        .stream()
        .filter(same -> same.size() == sizes)
        .flatMap(List::stream)
        .toList();
  }

  /** Means over the sizes by repetition, where {@code measure} is modelled. */
  private static Map<Integer, Double> byRepetition(
      List<Observation> whole, String alternative, String measure) {
    return whole.stream()
        .filter(one -> one.setting().text(ALTERNATIVE).equals(alternative))
        .filter(one -> one.seen().has(measure))
        .collect(
            groupingBy(
                Observation::repetition,
                TreeMap::new,
                averagingDouble(one -> one.seen().number(measure).orElseThrow())));
  }
}
