package org.switchlab.result;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.knowm.xchart.XYChart;
import org.switchlab.counter.CounterEvent;
import org.switchlab.emulator.Alternative;
import org.switchlab.estimate.ClusterBootstrap;
import org.switchlab.estimate.MissCosts;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.view.EventNames;
import org.switchlab.view.Heading;
import org.switchlab.view.ResultHtml;
import org.switchlab.view.TableView;
import org.switchlab.view.TextStyle;
import org.switchlab.view.WhatIfChart;
import org.switchlab.view.WhatIfFigure;
import org.switchlab.view.WhatIfText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many misses a switch causes in a modelled machine and in the same machine changed, and what
 * these misses are estimated to cost.
 *
 * @param frame what every result has
 * @param alternatives the machine as it is, first, and what it is compared with
 * @param rows one an alternative and array size
 */
public record WhatIfResult(Frame frame, List<Alternative> alternatives, List<WhatIfRow> rows)
    implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new WhatIfKind();

  private static final int RESAMPLES = 1000;

  /** Keeps immutable copies. */
  public WhatIfResult {
    alternatives = List.copyOf(alternatives);
    rows = List.copyOf(rows);
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public WhatIfResult withFrame(Frame newFrame) {
    return new WhatIfResult(newFrame, alternatives, rows);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(
        WhatIfKind.ALTERNATIVES, Json.bytes(alternatives), WhatIfKind.ROWS, Json.bytes(rows));
  }

  /** How the estimated cost of a switch's misses changes from one alternative to another, in ns. */
  public Optional<Estimate> costChangeNs(String from, String to) {
    return change(from, to, WhatIfRow::costNs);
  }

  /**
   * How the estimated cost of all misses of a message with its switch changes, in ns. A larger
   * cache or TLB may spare the work without switches more than the work with them: then the message
   * costs less and the switch, which is the difference, more.
   */
  public Optional<Estimate> messageChangeNs(String from, String to) {
    return change(from, to, WhatIfRow::messageNs);
  }

  /** How the misses of a switch change from one alternative to another; empty if not modelled. */
  public Optional<Estimate> missChange(String from, String to, CounterEvent event) {
    boolean modelled = rows.stream().allMatch(row -> row.missesPerSwitch().containsKey(event));
    return modelled
        ? change(from, to, row -> row.missesPerSwitch().getOrDefault(event, 0.0))
        : Optional.empty();
  }

  /**
   * The mean over the sizes of the differences, repetition by repetition: what both alternatives
   * have in common, such as where pages lie, cancels.
   */
  private Optional<Estimate> change(String from, String to, ToDoubleFunction<WhatIfRow> number) {
    Map<Integer, Double> before = byRepetition(from, number);
    Map<Integer, Double> after = byRepetition(to, number);
    double[] changes =
        after.keySet().stream()
            .filter(before::containsKey)
            .mapToDouble(r -> after.getOrDefault(r, 0.0) - before.getOrDefault(r, 0.0))
            .toArray();
    return changes.length == 0
        ? Optional.empty()
        : Optional.of(
            new ClusterBootstrap(RESAMPLES, plan().protocol().level(), plan().seed())
                .estimate(List.of(changes), values -> Mean.of(values).getAsDouble()));
  }

  private Map<Integer, Double> byRepetition(
      String alternative, ToDoubleFunction<WhatIfRow> number) {
    return rows.stream()
        .filter(row -> row.alternative().equals(alternative))
        .collect(groupingBy(WhatIfRow::repetition, TreeMap::new, averagingDouble(number)));
  }

  @Override
  public Table table() {
    Table table =
        Table.create(
            "what if",
            StringColumn.create("alternative"),
            LongColumn.create("arrayBytes"),
            LongColumn.create("strideBytes"),
            IntColumn.create("repetition"));
    for (CounterEvent event : MissCosts.events()) {
      table.addColumns(DoubleColumn.create(column(event)));
    }
    table.addColumns(DoubleColumn.create("estimatedNs"), DoubleColumn.create("messageEstimatedNs"));
    rows.forEach(row -> append(table, row));
    return table;
  }

  /** For instance {@code l1d-missesPerSwitch}. */
  private static String column(CounterEvent event) {
    return event.word() + "PerSwitch";
  }

  private static void append(Table table, WhatIfRow row) {
    table.stringColumn("alternative").append(row.alternative());
    table.longColumn("arrayBytes").append(row.arrayBytes());
    table.longColumn("strideBytes").append(row.strideBytes());
    table.intColumn("repetition").append(row.repetition());
    for (CounterEvent event : MissCosts.events()) {
      Double misses = row.missesPerSwitch().get(event);
      if (misses == null) {
        table.doubleColumn(column(event)).appendMissing();
      } else {
        table.doubleColumn(column(event)).append(misses);
      }
    }
    table.doubleColumn("estimatedNs").append(row.costNs());
    table.doubleColumn("messageEstimatedNs").append(row.messageNs());
  }

  @Override
  public XYChart chart() {
    return WhatIfChart.of(figure());
  }

  @Override
  public String toHtml() {
    return ResultHtml.render(
        chart(), verdicts(), warnings(), Plural.of(rows.size(), "row"), TableView.html(table()));
  }

  @Override
  public String toText(TextStyle style) {
    return WhatIfText.render(figure(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  /** The change of each kind of miss, and of the cost, by alternative. */
  public WhatIfFigure figure() {
    List<String> names = alternatives.stream().skip(1).map(Alternative::name).toList();
    List<WhatIfFigure.Change> changes = new ArrayList<>();
    for (CounterEvent event : MissCosts.events()) {
      changes.add(
          new WhatIfFigure.Change(
              EventNames.of(event),
              names.stream().map(n -> missChange(Alternative.AS_IS, n, event)).toList()));
    }
    changes.add(
        new WhatIfFigure.Change(
            "cost of a switch (ns)",
            names.stream().map(n -> costChangeNs(Alternative.AS_IS, n)).toList()));
    changes.add(
        new WhatIfFigure.Change(
            "message and switch (ns)",
            names.stream().map(n -> messageChangeNs(Alternative.AS_IS, n)).toList()));
    return new WhatIfFigure(heading(), names, changes);
  }

  private Heading heading() {
    int repetitions = plan().protocol().minProcesses();
    return new Heading(
        plan().title(),
        "%s · model of %s · %s · cost: a stated latency a miss, as if none overlapped"
            .formatted(
                source().word(),
                alternatives.getFirst().geometry().name(),
                Plural.of(repetitions, "repetition")),
        warnings());
  }
}
