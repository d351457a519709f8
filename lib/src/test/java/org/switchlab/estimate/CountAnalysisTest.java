package org.switchlab.estimate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.Phase;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.ScriptedSource;
import org.switchlab.counter.Space;
import org.switchlab.counter.SpaceCounts;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.Progress;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

class CountAnalysisTest {

  private static final Plan PLAN =
      new Plan(
          "counts",
          "counts",
          "",
          List.of(
              Factor.text("level").column(),
              Factor.bytes("arrayBytes").column(),
              Factor.bytes("strideBytes").column(),
              Factor.text("variant").column()),
          List.of(),
          List.of(Setting.of()),
          Map.of(),
          Efforts.counted(3),
          0,
          1);

  @Test
  void rowsAreMediansOfWhatWasCountedAndNothingElse() {
    List<Phase> phases = Phase.grid(Level.USER, List.of(64L << 10), List.of(64L));
    List<PhaseCounts> counts =
        new ScriptedSource("perf").count(phases, 3, 1, Progress.Listener.SILENT);
    Rows rows = CountAnalysis.medians(PLAN, counts, List.of(CounterEvent.L1D_MISSES));
    assertThat(rows.rows()).hasSize(6).allMatch(row -> row.text("level").equals("user"));
    assertThat(rows.distinct("variant")).containsExactly("single", "switch");
    Row all =
        rows.where("space", Space.ALL.word()).where("variant", "switch").first().orElseThrow();
    long messages = phases.getLast().messages();
    assertThat(all.whole("count")).isEqualTo(messages * 8192 + all.whole("switches") * 20);
    assertThat(all.whole("instructions")).isEqualTo(messages * (4 * 8192 + 2100) + 1);
    assertThat(all.number("perThousandInstructions").orElseThrow())
        .isEqualTo(1e3 * all.whole("count") / all.whole("instructions"));
    assertThat(CountAnalysis.medians(PLAN, counts, List.of(CounterEvent.L3_MISSES)).isEmpty())
        .isTrue();
    assertThat(CountAnalysis.repetitions(PLAN, counts, List.of(CounterEvent.INSTRUCTIONS)).rows())
        .hasSize(18);
  }

  @Test
  void whatTheKernelDidNotCountHasNoRowAndNoRatio() {
    Phase phase = Phase.grid(Level.KERNEL, List.of(1024L), List.of(8L)).getFirst();
    var counts =
        new PhaseCounts(phase, 0, 0, Map.of(CounterEvent.DTLB_MISSES, new SpaceCounts(7L, null)));
    Rows rows = CountAnalysis.medians(PLAN, List.of(counts), List.of(CounterEvent.DTLB_MISSES));
    assertThat(rows.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.text("space")).isEqualTo(Space.USER.word()))
        .satisfies(row -> assertThat(row.has("instructions")).isFalse())
        .satisfies(row -> assertThat(row.has("perThousandInstructions")).isFalse());
  }

  /** Three repetitions hold the truth between them in 75 of a hundred runs, and never in 95. */
  @Test
  void aFewRepetitionsHaveARangeAndOneHasNoEnds() {
    List<Phase> phases = Phase.grid(Level.USER, List.of(64L << 10), List.of(64L));
    List<PhaseCounts> counts =
        new ScriptedSource("perf").count(phases, 3, 1, Progress.Listener.SILENT);
    List<CounterEvent> events = List.of(CounterEvent.INSTRUCTIONS);
    assertThat(CurveTable.of(counts, events).rows())
        .isNotEmpty()
        .allSatisfy(
            point -> {
              Estimate range = requireNonNull(point.estimate(Column.ESTIMATE_NAME));
              assertThat(range.kind()).isEqualTo("range of 3 repetitions");
              assertThat(range.value()).isBetween(range.low(), range.high());
            });
    List<PhaseCounts> once = counts.stream().filter(one -> one.repetition() == 0).toList();
    assertThat(CurveTable.of(once, events).rows())
        .isNotEmpty()
        .allSatisfy(
            point -> {
              assertThat(point.estimate(Column.ESTIMATE_NAME)).isNull();
              Estimate unknown = EventCurves.estimate(point);
              assertThat(unknown.low()).isEqualTo(Double.NEGATIVE_INFINITY);
              assertThat(unknown.high()).isEqualTo(Double.POSITIVE_INFINITY);
            });
  }
}
