package org.switchlab.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Estimator;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.ProcessSample;

class PassesTest {

  private static final List<Point> POINTS =
      List.of(Point.direct("one"), Point.direct("two"), Point.direct("three"));
  private final List<ProcessSample> recorded = new ArrayList<>();

  private Passes passes(int least, int most, Passes.Measurer measurer) {
    var protocol =
        new Protocol(
            "test", 0.02, 0.95, 60_000, least, most, 3, 1_000_000, 0, Estimator.QUIET_MEDIAN);
    var plan = new Plan("protocols", "A title", "", POINTS, protocol, 0, 9);
    return new Passes(plan, measurer, recorded::add, Progress.Listener.SILENT);
  }

  @Test
  void everyPassVisitsEveryPointOnceInAnOrderOfItsOwn() throws Exception {
    Passes passes = passes(1, 12, (point, pass, seed) -> List.of());
    assertThat(passes.run(samples -> false)).isFalse();
    assertThat(recorded).hasSize(36).isEqualTo(passes.samples().processes());
    List<List<String>> orders = new ArrayList<>();
    for (int pass = 0; pass < 12; pass++) {
      List<ProcessSample> visits = recorded.subList(3 * pass, 3 * pass + 3);
      assertThat(visits).extracting(ProcessSample::process).containsOnly(pass);
      assertThat(visits)
          .extracting(ProcessSample::point)
          .containsExactlyInAnyOrderElementsOf(POINTS);
      orders.add(visits.stream().map(visit -> visit.point().subject()).toList());
    }
    assertThat(orders.stream().distinct().count()).isGreaterThan(1);
    assertThat(recorded).extracting(ProcessSample::seed).doesNotHaveDuplicates();
  }

  @Test
  void itEndsWhenTheJudgeIsContentAndNotBeforeTheLeastPasses() throws Exception {
    Passes passes = passes(4, 12, (point, pass, seed) -> List.of());
    assertThat(passes.run(samples -> true)).isFalse();
    assertThat(recorded).hasSize(12);
  }

  @Test
  void anInterruptKeepsWhatWasMeasured() throws Exception {
    Passes passes =
        passes(
            1,
            12,
            (point, pass, seed) -> {
              if (pass == 2) {
                throw new InterruptedException();
              }
              return List.of();
            });
    assertThat(passes.run(samples -> false)).isTrue();
    assertThat(passes.samples().processes()).hasSize(6);
  }

  @Test
  void aFailureEndsItAndKeepsWhatWasMeasured() {
    Passes passes =
        passes(
            1,
            12,
            (point, pass, seed) -> {
              if (pass == 1) {
                throw new RunnerException("lost", null);
              }
              return List.of();
            });
    assertThatThrownBy(() -> passes.run(samples -> false)).isInstanceOf(RunnerException.class);
    assertThat(passes.samples().processes()).hasSize(3);
  }
}
