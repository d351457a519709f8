package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.switchlab.Lab;
import org.switchlab.plan.Plan;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.RunnerException;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SystemCalls;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class WorkCountTest {

  private static final SwitchWork WORK =
      new SwitchWork(
          new SystemCalls(Variant.SINGLE, 1, 0, Map.of(), null),
          new SystemCalls(Variant.PAIR, 1, 6, Map.of(), null));

  private static Plan plan() {
    return Lab.userSwitchCost().sizesBytes(4096).stridesBytes(0, 64).seed(1).plan();
  }

  @Test
  void countsEachSubjectOnceInItsOrder() {
    List<String> subjects = new ArrayList<>();
    WorkCount count =
        new WorkCount(plan(), UnaryOperator.identity())
            .run(
                subject -> {
                  subjects.add(subject);
                  return WORK;
                });
    assertThat(count.work()).containsOnlyKeys("gthread", "pipe-pair").containsValue(WORK);
    assertThat(subjects).containsExactly("gthread", "pipe-pair");
    assertThat(count.warnings()).isEmpty();
  }

  @Test
  void whatCannotBeCountedIsOneDoubtAndTheRestIsKept() {
    WorkCount count =
        new WorkCount(plan(), UnaryOperator.identity())
            .run(
                subject -> {
                  if (subject.equals("gthread")) {
                    throw new RunnerException("ptrace(PTRACE_SEIZE) failed: EPERM", null);
                  }
                  return WORK;
                });
    assertThat(count.work()).containsOnlyKeys("pipe-pair");
    assertThat(count.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.code()).isEqualTo(WarningCode.WORK_NOT_COUNTED))
        .extracting(Warning::message)
        .asString()
        .contains("1 time", "EPERM");
  }

  @Test
  void anInterruptEndsTheCountingAndIsNotLost() {
    WorkCount count =
        new WorkCount(plan(), UnaryOperator.identity())
            .run(
                subject -> {
                  throw new InterruptedException();
                });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(count.work()).isEmpty();
    assertThat(count.warnings()).hasSize(1);
  }

  @Test
  void aRungIsItsSubjectOnTheCpusOfItsScope() throws Exception {
    var scripted = new ScriptedRunner(point -> 1_000);
    var runner = new RungRunner(scripted, 3);
    Plan plan = Lab.switchLadder().rungs("pipe-thread", "futex-process").seed(1).plan();
    runner.measure(job(plan, "futex-process-cross"), couple -> {});
    runner.measure(job(plan, "futex-process"), couple -> {});
    assertThat(scripted.jobs())
        .extracting(job -> job.point().subject())
        .containsExactly("futex-process", "futex-process");
    assertThat(scripted.jobs()).extracting(ProcessJob::peerCpu).containsExactly(3, plan.cpu());
  }

  private static ProcessJob job(Plan plan, String rung) {
    return new ProcessJob(org.switchlab.plan.Point.direct(rung), 0, 1, 1, 1_000_000, 0, plan.cpu());
  }
}
