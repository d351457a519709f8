package org.switchlab.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/**
 * What was seen once.
 *
 * @param setting where
 * @param process which process, or pass, of that setting, from 0
 * @param repetition which repetition in it, from 0
 * @param seen what was measured, by the names of the experiment's measures
 */
public record Observation(Setting setting, int process, int repetition, Row seen) {

  /** Column of {@link #process}. */
  public static final String PROCESS = "process";

  /** Column of {@link #repetition}. */
  public static final String REPETITION = "repetition";

  /** As a row of a table of observations. */
  public Row row() {
    Map<String, Object> values = new LinkedHashMap<>(setting.row().values());
    values.put(PROCESS, (long) process);
    values.put(REPETITION, (long) repetition);
    values.putAll(seen.values());
    return new Row(values);
  }

  /** From a row of a table of observations. */
  public static Observation of(Row row, Collection<String> factorNames) {
    Map<String, Object> seen = new LinkedHashMap<>(row.values());
    seen.keySet().removeAll(factorNames);
    seen.keySet().removeAll(List.of(PROCESS, REPETITION));
    return new Observation(
        Setting.in(row, factorNames),
        Math.toIntExact(row.whole(PROCESS)),
        Math.toIntExact(row.whole(REPETITION)),
        new Row(seen));
  }

  /** The columns of a table of observations of {@code plan}. */
  public static List<Column> columns(Plan plan) {
    return columns(plan.factors(), plan.measures());
  }

  /** The columns of a table of observations of these measures where these factors are. */
  public static List<Column> columns(List<Column> factors, List<Column> measures) {
    List<Column> columns = new ArrayList<>(factors);
    columns.add(Column.count(PROCESS, "process"));
    columns.add(Column.count(REPETITION, "repetition"));
    columns.addAll(measures);
    return columns;
  }

  /** Observations as a table. */
  public static Rows rows(Plan plan, List<Observation> observations) {
    return new Rows(
        "observations", columns(plan), observations.stream().map(Observation::row).toList());
  }
}
