package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsCsv;
import org.switchlab.table.RowsJson;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Medians within a visit, Student's interval over visits. */
class MeasureAnalysisTest {

  private static final Measure LATE = new Measure("late", Unit.NS);
  private static final Measure CALLS = new Measure("calls", Unit.COUNT);
  private static final MeasureAnalysis ANALYSIS = new MeasureAnalysis(List.of(LATE, CALLS));
  private static final Setting SETTING = Setting.of("n", 1);

  private static final Plan PLAN =
      new Plan(
          "mine",
          "mine",
          "",
          List.of(Column.count("n", "n")),
          List.of(LATE.observed(), CALLS.observed()),
          List.of(SETTING),
          Map.of(),
          Efforts.visits(),
          0,
          1);

  private static List<Observation> visits(double[]... visits) {
    List<Observation> seen = new ArrayList<>();
    for (int visit = 0; visit < visits.length; visit++) {
      for (int i = 0; i < visits[visit].length; i++) {
        seen.add(
            new Observation(SETTING, visit, i, Row.of("lateNs", visits[visit][i], "calls", 2.0)));
      }
    }
    return seen;
  }

  private static Rows estimates(List<Observation> seen) {
    return ANALYSIS.tables(PLAN, seen, Map.of(SETTING, Stop.BUDGET)).getFirst();
  }

  @Test
  void anOutlierWithinAVisitDoesNotMoveItAndVisitsAreTheUnits() {
    Rows rows =
        estimates(visits(new double[] {1, 1, 900}, new double[] {2, 2, 2}, new double[] {3, 3, 3}));
    Estimate late = rows.rows().getFirst().estimate("late");
    assertThat(late.value()).isEqualTo(2);
    // Student's factor of two degrees of freedom at 95 % is 4.303 in every table of it.
    assertThat(late.high() - late.value()).isCloseTo(4.303 / Math.sqrt(3), within(0.001));
    assertThat(late.level()).isEqualTo(0.95);
    assertThat(rows.rows().getFirst().estimate("calls").low()).isEqualTo(2);
    assertThat(rows.rows().getFirst().whole("visits")).isEqualTo(3);
    assertThat(rows.rows().getFirst().whole("repetitions")).isEqualTo(9);
    assertThat(rows.rows().getFirst().text("stop")).isEqualTo("budget");
  }

  @Test
  void twoVisitsHaveANumberAndNoIntervalAndAWarning() {
    List<Observation> seen = visits(new double[] {1}, new double[] {3});
    List<Rows> tables = ANALYSIS.tables(PLAN, seen, Map.of());
    Row row = tables.getFirst().rows().getFirst();
    assertThat(row.estimate("late")).isNull();
    assertThat(row.number("late")).hasValue(2);
    assertThat(RowsCsv.text(tables.getFirst())).contains("1,2.0,,,2.0,,,2,2,interrupted");
    assertThat(RowsJson.read(RowsJson.whole(tables.getFirst()))).isEqualTo(tables.getFirst());
    assertThat(Student.interval(new double[] {1, 2}, 0.95)).isEmpty();
  }

  @Test
  void aVisitApartFromTheOthersIsADoubt() {
    List<Observation> seen =
        visits(
            new double[] {1},
            new double[] {1.1},
            new double[] {0.9},
            new double[] {1},
            new double[] {90});
    List<Rows> tables = ANALYSIS.tables(PLAN, seen, Map.of(SETTING, Stop.PRECISION));
    assertThat(ANALYSIS.doubts(PLAN, Machine.read(), seen, tables))
        .extracting(Warning::code)
        .containsExactly(WarningCode.OUTLIER_PROCESS);
  }

  @Test
  void nothingSeenIsAbsent() {
    Row row = estimates(List.of()).rows().getFirst();
    assertThat(row.number("late")).isEmpty();
    assertThat(row.whole("visits")).isZero();
  }

  @Test
  void eachVisitIsARowOfItsOwnTable() {
    Rows visits =
        ANALYSIS.tables(PLAN, visits(new double[] {1, 5, 3}, new double[] {7}), Map.of()).get(1);
    assertThat(visits.rows())
        .extracting(row -> row.number("lateNs").orElseThrow())
        .containsExactly(3.0, 7.0);
  }
}
