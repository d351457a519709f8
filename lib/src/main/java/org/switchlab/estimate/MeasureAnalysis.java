package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * What visits say of any measure: within a visit the median over its repetitions, over visits the
 * trimmed mean of these medians with Student's interval. Visits are the units, because what repeats
 * within one shares its process, its memory and its moment.
 *
 * @param measures what was seen, the main one first
 */
public record MeasureAnalysis(List<Measure> measures) implements Analysis {

  /** Title of the table of what each visit answers. */
  public static final String VISITS = "visits";

  private static final String REPETITIONS = "repetitions";
  private static final String STOP = "stop";

  /** Keeps an immutable copy. */
  public MeasureAnalysis {
    measures = List.copyOf(measures);
  }

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    Map<Setting, List<Observation>> bySetting =
        observations.stream().collect(Collectors.groupingBy(Observation::setting));
    List<Row> estimates = new ArrayList<>();
    List<Row> visits = new ArrayList<>();
    for (Setting setting : plan.settings()) {
      List<Observation> seen = bySetting.getOrDefault(setting, List.of());
      List<Row> answers = visits(setting, seen);
      visits.addAll(answers);
      estimates.add(
          estimate(setting, answers, plan.effort().level())
              .with(
                  VISITS, answers.size(),
                  REPETITIONS, seen.size(),
                  STOP,
                      stops
                          .getOrDefault(setting, Stop.INTERRUPTED)
                          .name()
                          .toLowerCase(Locale.ROOT)));
    }
    return List.of(
        new Rows(ESTIMATES, columns(plan), estimates),
        new Rows(VISITS, visitColumns(plan), visits));
  }

  /** The columns of the main table. */
  public List<Column> columns(Plan plan) {
    List<Column> columns = new ArrayList<>(plan.factors());
    measures.forEach(measure -> columns.add(measure.estimated()));
    columns.add(Column.count(VISITS, "visits"));
    columns.add(Column.count(REPETITIONS, "repetitions"));
    columns.add(Column.text(STOP, "stopped by"));
    return columns;
  }

  private List<Column> visitColumns(Plan plan) {
    List<Column> columns = new ArrayList<>(plan.factors());
    columns.add(Column.count(Observation.PROCESS, "visit"));
    measures.forEach(measure -> columns.add(measure.observed()));
    return columns;
  }

  /** One row a visit: the median of each measure. */
  private List<Row> visits(Setting setting, List<Observation> seen) {
    Map<Integer, List<Observation>> byVisit =
        seen.stream()
            .collect(
                Collectors.groupingBy(Observation::process, TreeMap::new, Collectors.toList()));
    List<Row> rows = new ArrayList<>();
    byVisit.forEach(
        (visit, repetitions) -> {
          Row row = setting.row().with(Observation.PROCESS, visit);
          for (Measure measure : measures) {
            row = row.with(measure.observed().name(), median(measure, repetitions));
          }
          rows.add(row);
        });
    return rows;
  }

  private static @Nullable Double median(Measure measure, List<Observation> repetitions) {
    double[] values = values(measure, repetitions.stream().map(Observation::seen).toList());
    return values.length == 0 ? null : (Double) Median.withDefaults().evaluate(values);
  }

  private Row estimate(Setting setting, List<Row> visits, double level) {
    Row row = setting.row();
    for (Measure measure : measures) {
      double[] units = values(measure, visits);
      row = row.with(measure.name(), overVisits(units, level));
    }
    return row;
  }

  /** With its interval, or alone where there are too few visits; null if there is none. */
  private static @Nullable Object overVisits(double[] units, double level) {
    Optional<Estimate> interval = Student.interval(units, level);
    if (interval.isPresent()) {
      return interval.get();
    }
    return units.length == 0 ? null : (Object) Student.mean(units);
  }

  private static double[] values(Measure measure, List<Row> rows) {
    String name = measure.observed().name();
    return rows.stream()
        .filter(row -> row.has(name))
        .mapToDouble(row -> row.number(name).orElseThrow())
        .toArray();
  }

  /** The main measure at {@code setting}; empty while there are too few visits. */
  public Optional<Estimate> main(Setting setting, List<Observation> seen, double level) {
    return Student.interval(values(measures.getFirst(), visits(setting, seen)), level);
  }

  @Override
  public List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    List<Warning> doubts = new ArrayList<>();
    addFew(tables.get(0), doubts);
    if (plan.effort().precision() > 0) {
      int wide = tables.get(0).where(STOP, Stop.BUDGET.name().toLowerCase(Locale.ROOT)).size();
      CostDoubts.addWide(wide, tables.get(0).size(), doubts);
    }
    addOutliers(plan, tables.get(1), doubts);
    return doubts;
  }

  private void addFew(Rows estimates, List<Warning> doubts) {
    String main = measures.getFirst().name();
    int few = estimates.where(row -> row.estimate(main) == null).size();
    CostDoubts.addFew(few, estimates.size(), "visits", doubts);
  }

  /** Visits apart from the others are trimmed, but may tell of a second state. */
  private void addOutliers(Plan plan, Rows visits, List<Warning> doubts) {
    Map<Setting, List<Row>> bySetting =
        visits.rows().stream()
            .collect(Collectors.groupingBy(row -> Setting.in(row, plan.factorNames())));
    long outliers =
        bySetting.values().stream()
            .map(rows -> Arrays.stream(values(measures.getFirst(), rows)).boxed().toList())
            .mapToLong(CostDoubts::outliersIn)
            .sum();
    if (outliers > 0) {
      doubts.add(
          new Warning(
              WarningCode.OUTLIER_PROCESS,
              Plural.of(outliers, "visit")
                  + " unlike the others of their setting, whose estimate bears up to a fifth of"
                  + " such",
              "look at them in the table of visits; run again when the machine is less busy"));
    }
  }
}
