package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.run.WorkCounter;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Source;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class WorkStepTest {

  private static final SwitchWork WORK =
      new SwitchWork(
          new SystemCalls(Variant.SINGLE, 1, 0, Map.of(), null),
          new SystemCalls(Variant.PAIR, 1, 6, Map.of("read", 2L, "write", 4L), 77L));

  private static Measured count(WorkCounter counter) {
    List<Setting> settings =
        List.of(
            Setting.of("subject", "gthread"),
            Setting.of("subject", "uncounted"),
            Setting.of("subject", "pipe-pair"),
            Setting.of("subject", "gthread"));
    var plan =
        new Plan(
            "test",
            "A title",
            "",
            List.of(Column.text("subject", "subject")),
            Couple.MEASURES,
            settings,
            Map.of(),
            Efforts.quick(),
            0,
            1);
    var choices = new Choices(List.of(), Map.of(), Machine.published(), false);
    var task = new Task(plan, Machine.published(), choices, seen -> {}, Progress.Listener.SILENT);
    return new WorkStep(
            setting ->
                Optional.of(setting.text("subject")).filter(name -> !name.equals("uncounted")),
            counter)
        .after(task, Measured.of(Source.MEASURED, List.of()));
  }

  private static Map<String, SwitchWork> read(Measured measured) {
    return WorkStep.read(measured.facts().getFirst());
  }

  @Test
  void countsEachSubjectOnceInItsOrderAndReadsTheSameBack() {
    List<String> subjects = new ArrayList<>();
    Measured measured =
        count(
            subject -> {
              subjects.add(subject);
              return WORK;
            });
    assertThat(read(measured)).containsOnlyKeys("gthread", "pipe-pair").containsValue(WORK);
    assertThat(subjects).containsExactly("gthread", "pipe-pair");
    assertThat(measured.warnings()).isEmpty();
  }

  @Test
  void whatCannotBeCountedIsOneDoubtAndTheRestIsKept() {
    Measured measured =
        count(
            subject -> {
              if (subject.equals("gthread")) {
                throw new RunnerException("ptrace(PTRACE_SEIZE) failed: EPERM", null);
              }
              return WORK;
            });
    assertThat(read(measured)).containsOnlyKeys("pipe-pair");
    assertThat(measured.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.code()).isEqualTo(WarningCode.WORK_NOT_COUNTED))
        .extracting(Warning::message)
        .asString()
        .contains("1 time", "EPERM");
  }

  @Test
  void anInterruptEndsTheCountingAndIsNotLost() {
    Measured measured =
        count(
            subject -> {
              throw new InterruptedException();
            });
    assertThat(Thread.interrupted()).isTrue();
    assertThat(read(measured)).isEmpty();
    assertThat(measured.warnings()).hasSize(1);
  }
}
