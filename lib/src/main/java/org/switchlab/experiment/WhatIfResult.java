package org.switchlab.experiment;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Mean;
import org.switchlab.claim.CheaperSwitches;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterEvent;
import org.switchlab.emulator.Alternative;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.TlbTagging;
import org.switchlab.estimate.Analysis;
import org.switchlab.estimate.CurveTable;
import org.switchlab.estimate.EventCurves;
import org.switchlab.estimate.MissCosts;
import org.switchlab.estimate.Stop;
import org.switchlab.figure.Figure;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/**
 * How many misses a switch causes in a modelled machine and in the same machine changed, and what
 * these misses are estimated to cost.
 */
public final class WhatIfResult extends Result {

  static final String ALTERNATIVE = "alternative";

  /** Estimated cost of the misses that a switch adds to a message. */
  static final String COST = "estimatedNs";

  /** Estimated cost of all misses of a message with its switch. */
  static final String MESSAGE_COST = "messageEstimatedNs";

  /** What one repetition sees: the misses a switch adds to a message, and their cost. */
  static final List<Column> MEASURES = measures();

  static final String OF = "of";

  /** What changes if it is no kind of miss. */
  private static final Map<String, String> COSTS =
      Map.of(COST, "cost of a switch (ns)", MESSAGE_COST, "message and switch (ns)");

  private static final String CHANGES = "changes";
  private static final String FROM = "from";
  private static final String REPETITIONS = "repetitions";

  WhatIfResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** The machine as it is, first, and what it is compared with. */
  public List<Alternative> alternatives() {
    return find(Alternative.TABLE).map(Alternative::read).orElse(List.of());
  }

  /** The names of what the machine as it is is compared with. */
  List<String> changed() {
    return plan().settings().stream()
        .map(setting -> setting.text(ALTERNATIVE))
        .filter(name -> !name.equals(Alternative.AS_IS))
        .distinct()
        .toList();
  }

  /** How the estimated cost of a switch's misses changes from one alternative to another, in ns. */
  public Optional<Estimate> costChangeNs(String from, String to) {
    return change(from, to, COST);
  }

  /**
   * How the estimated cost of all misses of a message with its switch changes, in ns. A larger
   * cache or TLB may spare the work without switches more than the work with them: then the message
   * costs less and the switch, which is the difference, more.
   */
  public Optional<Estimate> messageChangeNs(String from, String to) {
    return change(from, to, MESSAGE_COST);
  }

  /** How the misses of a switch change from one alternative to another; empty if not modelled. */
  public Optional<Estimate> missChange(String from, String to, CounterEvent event) {
    return change(from, to, perSwitch(event));
  }

  private Optional<Estimate> change(String from, String to, String measure) {
    return rows(CHANGES)
        .where(FROM, from)
        .where(ALTERNATIVE, to)
        .where(OF, changing(measure))
        .first()
        .map(EventCurves::estimate);
  }

  /** The changes of the machine as it is. */
  Rows changesOfAsIs() {
    return rows(CHANGES).where(FROM, Alternative.AS_IS);
  }

  /** How the paper's advice fares. */
  Verdict judge(Claim claim) {
    return CheaperSwitches.judge(
        claim,
        plan().settings().stream().map(setting -> setting.whole("arrayBytes")).distinct().toList(),
        costChangeNs(Alternative.AS_IS, Alternative.DOUBLE_TLB),
        costChangeNs(Alternative.AS_IS, Alternative.HUGE_PAGES),
        costChangeNs(Alternative.FLUSH, tagged()));
  }

  /** A machine that tags its entries anyway need not be named once more. */
  private String tagged() {
    boolean tags = asIs().filter(asIs -> asIs.tagging() == TlbTagging.TAGGED).isPresent();
    return tags ? Alternative.AS_IS : Alternative.TAGS;
  }

  private Optional<Geometry> asIs() {
    return alternatives().stream().findFirst().map(Alternative::geometry);
  }

  /** What stands above its pictures: the modelled machine. */
  Figure.Heading heading() {
    String model = asIs().map(Geometry::name).orElse("a machine");
    return new Figure.Heading(
        plan().title(),
        "%s · model of %s · %s · cost: a stated latency a miss, as if none overlapped"
            .formatted(source().word(), model, Counts.repetitions(plan().effort().passes())),
        warnings());
  }

  private static List<Column> measures() {
    List<Column> columns = new ArrayList<>();
    for (CounterEvent event : MissCosts.events()) {
      columns.add(Column.number(perSwitch(event), Unit.COUNT, event.title() + " a switch"));
    }
    columns.add(Column.number(COST, Unit.NS, "estimated cost of a switch"));
    columns.add(Column.number(MESSAGE_COST, Unit.NS, "estimated cost of message and switch"));
    return List.copyOf(columns);
  }

  /** For instance {@code l1d-missesPerSwitch}. */
  static String perSwitch(CounterEvent event) {
    return event.word() + "PerSwitch";
  }

  /** What the table of changes calls a measure: {@code L1d misses}. */
  static String changing(String measure) {
    return MissCosts.events().stream()
        .filter(event -> perSwitch(event).equals(measure))
        .map(CounterEvent::title)
        .findFirst()
        .orElseGet(() -> COSTS.getOrDefault(measure, measure));
  }

  /** How misses and estimated cost change from one modelled machine to another. */
  static List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
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
            row =
                row.with(
                    measure.name(),
                    same.stream()
                        .flatMapToDouble(one -> one.seen().number(measure.name()).stream())
                        .average());
          }
          rows.add(row.with(REPETITIONS, same.size()));
        });
    return new Rows(Analysis.ESTIMATES, columns, rows);
  }

  /** One row for each two alternatives and each measure that was modelled in both. */
  private static Rows changes(Plan plan, List<Observation> observations) {
    List<String> alternatives = alternatives(plan);
    List<Observation> whole = whole(plan, observations);
    List<Row> rows = new ArrayList<>();
    for (String from : alternatives) {
      for (String to : alternatives) {
        for (Column measure : from.equals(to) ? List.<Column>of() : MEASURES) {
          double[] changes =
              differences(
                  byRepetition(whole, from, measure.name()),
                  byRepetition(whole, to, measure.name()));
          if (changes.length > 0) {
            Row row = Row.of(FROM, from, ALTERNATIVE, to, OF, changing(measure.name()));
            rows.add(changed(row, changes));
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
   * The differences of the means over the sizes, repetition by repetition: what both alternatives
   * have in common, such as where pages lie, cancels.
   */
  private static double[] differences(Map<Integer, Double> before, Map<Integer, Double> after) {
    return after.keySet().stream()
        .filter(before::containsKey)
        .mapToDouble(r -> after.getOrDefault(r, 0.0) - before.getOrDefault(r, 0.0))
        .toArray();
  }

  /** Of two and more repetitions their range; one has a value and no interval. */
  private static Row changed(Row row, double[] changes) {
    double mean = Mean.of(changes).getAsDouble();
    return row.with(
        CurveTable.VALUE,
        mean,
        Column.ESTIMATE_NAME,
        changes.length < 2 ? null : Estimate.range(mean, changes));
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
