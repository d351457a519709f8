package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.run.StampedJob;
import org.switchlab.run.Stamping;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class StampedVisitorTest {

  private static final Setting SMALL = at("pipe-pair", 4 << 10);
  private static final Setting LARGE = at("pipe-pair", 1 << 20);
  private static final Setting USER = at("gthread", 4 << 10);

  private final ScriptedRunner runner =
      new ScriptedRunner(point -> point.arrayBytes() > 4 << 10 ? 4_000 : 1_000);
  private final List<Observation> seen = new ArrayList<>();
  private final AtomicInteger slots = new AtomicInteger(2);
  private final StampedVisitor visitor =
      new StampedVisitor(
          runner, StampedVisitorTest::target, setting -> slots.get() * size(setting));

  private static Setting at(String subject, long arrayBytes) {
    return Setting.of("subject", subject, "arrayBytes", arrayBytes, "strideBytes", 64L);
  }

  private static int size(Setting setting) {
    return setting.equals(LARGE) ? 3 : 1;
  }

  private static StampedVisitor.Target target(Setting setting) {
    return new StampedVisitor.Target(
        Point.of(setting, "pipe-pair"), 5, size(setting) * 10_000_000L, 1_000_000);
  }

  private void visit(Setting setting, int pass) throws RunnerException, InterruptedException {
    visitor.visit(setting, pass, 77, seen::add);
  }

  @Test
  void everySlotIsAnObservationOfItsPass() throws Exception {
    visit(LARGE, 4);
    assertThat(seen).extracting(Observation::process).containsOnly(4);
    assertThat(seen).extracting(Observation::repetition).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(seen).extracting(observation -> observation.seen().whole("seed")).containsOnly(77L);
    assertThat(seen).extracting(o -> Slot.of(o).directNs()).containsOnly(4_000.);
  }

  @Test
  void slotsAreAskedForAtEachVisitAndTimesBelongToTheSetting() throws Exception {
    visit(SMALL, 0);
    visit(LARGE, 0);
    slots.set(5);
    visit(SMALL, 1);
    assertThat(runner.stampedJobs()).extracting(StampedJob::slots).containsExactly(2, 6, 5);
    assertThat(runner.stampedJobs())
        .extracting(StampedJob::slotNs)
        .containsExactly(10_000_000L, 30_000_000L, 10_000_000L);
    assertThat(runner.stampedJobs()).extracting(StampedJob::cpu).containsOnly(5);
    assertThat(runner.stampedJobs().getLast().point()).isEqualTo(Point.of(SMALL, "pipe-pair"));
  }

  @Test
  void slotsBeforeAFailureAreKept() {
    runner.failing(0, 1);
    assertThatExceptionOfType(RunnerException.class).isThrownBy(() -> visit(SMALL, 0));
    assertThat(seen).hasSize(1);
    assertThat(visitor.facts()).isEmpty();
  }

  @Test
  void theResultKeepsHowEachSubjectWasStamped() throws Exception {
    visit(SMALL, 0);
    visit(USER, 0);
    visit(SMALL, 1);
    assertThat(visitor.facts()).extracting(Rows::title).containsExactly("stamping");
    assertThat(visitor.facts().getFirst().rows())
        .containsExactly(
            Row.of("subject", "pipe-pair", "stampSource", "tsc", "stampNs", 20.),
            Row.of("subject", "gthread", "stampSource", "tsc", "stampNs", 20.));
    assertThat(visitor.warnings()).isEmpty();
  }

  @Test
  void whereTheClockHadToServeItIsSaidOnceBesideTheRunnersOwnDoubts() throws Exception {
    runner.warning(Warning.of(WarningCode.NO_FIFO, "no right"));
    runner.stamping(new Stamping(Stamping.Source.CLOCK, 48, 100));
    visit(SMALL, 0);
    visit(USER, 0);
    assertThat(visitor.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.NO_FIFO, WarningCode.STAMPED_BY_CLOCK);
    assertThat(visitor.warnings().getLast().message()).contains("a stamp takes 48 ns");
  }
}
