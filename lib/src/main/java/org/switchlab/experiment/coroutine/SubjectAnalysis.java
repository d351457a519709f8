package org.switchlab.experiment.coroutine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Analysis;
import org.switchlab.estimate.GapTable;
import org.switchlab.estimate.MeasureAnalysis;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.SubjectVisits;
import org.switchlab.sample.Observation;
import org.switchlab.subject.Subject;
import org.switchlab.subject.Subjects;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/**
 * What visits say of subjects: as {@link MeasureAnalysis}, with what each subject is, and with a
 * row and the reason for each that cannot be measured here.
 *
 * @param measures what was seen, the main one first
 */
record SubjectAnalysis(List<Measure> measures) implements Analysis {

  static final Column SYSTEM = Column.text("system", "system");
  static final Column FORM = Column.text("form", "form");

  SubjectAnalysis {
    measures = List.copyOf(measures);
  }

  @Override
  public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
    return tables(plan, observations, stops, List.of());
  }

  @Override
  public List<Rows> tables(
      Plan plan, List<Observation> observations, Map<Setting, Stop> stops, List<Rows> facts) {
    List<Rows> tables =
        new ArrayList<>(new MeasureAnalysis(measures).tables(plan, observations, stops));
    tables.set(0, described(tables.getFirst(), plan, GapTable.read(plan, facts)));
    return tables;
  }

  private static Rows described(Rows estimates, Plan plan, Map<Setting, String> gaps) {
    List<Column> columns = new ArrayList<>(estimates.columns());
    columns.addAll(1, List.of(SYSTEM, FORM));
    columns.add(GapTable.GAP);
    List<Row> rows =
        estimates.rows().stream()
            .map(row -> described(row, gaps.get(Setting.in(row, plan.factorNames()))))
            .toList();
    return new Rows(estimates.title(), columns, rows);
  }

  private static Row described(Row row, @Nullable String gap) {
    Subject subject = Subjects.named(row.text(SubjectVisits.SUBJECT));
    return row.with(
        SYSTEM.name(), subject.system(), FORM.name(), subject.form(), GapTable.GAP.name(), gap);
  }

  /** A gap is no doubt about an estimate: it is told by a warning of its own. */
  @Override
  public List<Warning> doubts(
      Plan plan, Machine machine, List<Observation> observations, List<Rows> tables) {
    List<Rows> measured = new ArrayList<>(tables);
    measured.set(0, tables.getFirst().where(row -> !row.has(GapTable.GAP.name())));
    return new MeasureAnalysis(measures).doubts(plan, machine, observations, measured);
  }
}
