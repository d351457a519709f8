package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Outcome;
import org.switchlab.draw.TextStyle;
import org.switchlab.figure.Mark;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.WorkStep;
import org.switchlab.run.ScriptedRunner;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SwitchWork.SystemCalls;
import org.switchlab.sample.Variant;

/** Fig. 5, which has the kernel's switch measured thinly beside it. */
class UserSwitchCostTest {

  @TempDir private Path temporary;

  private static Setup<SwitchCosts> setup() {
    return UserSwitchCost.EXPERIMENT.setup().seed(1);
  }

  private static List<Setting> beside(Plan plan) {
    return plan.settings().stream()
        .filter(setting -> setting.text("subject").equals("pipe-pair"))
        .toList();
  }

  private static Setting at(String subject, long arrayBytes, long strideBytes) {
    return Setting.of("subject", subject, "arrayBytes", arrayBytes, "strideBytes", strideBytes);
  }

  private static SwitchCosts result() {
    SwitchWork work =
        new SwitchWork(
            new SystemCalls(Variant.SINGLE, 1, 0, Map.of(), null),
            new SystemCalls(Variant.PAIR, 1, 6, Map.of("read", 6L), null));
    return Scripted.run(
        setup().quick().sizesBytes(4096).stridesBytes(0, 64),
        new ScriptedRunner(point -> point.subject().equals("gthread") ? 600 : 1_200).noise(0.01),
        new WorkStep(UserSwitchCost::counted, subject -> work));
  }

  @Test
  void aThinFig3IsMeasuredBesideIt() {
    Plan plan = setup().sizesBytes(4096, 8192).stridesBytes(0, 8, 64).plan(Scripted.MACHINE);
    assertThat(plan.settings().getFirst()).isEqualTo(at("gthread", 0, 0));
    assertThat(beside(plan))
        .containsExactly(
            at("pipe-pair", 0, 0), at("pipe-pair", 4096, 64), at("pipe-pair", 8192, 64));
    assertThat(strides(setup().stridesBytes(0))).containsExactly(0L);
    assertThat(strides(setup().stridesBytes(8, 16))).containsExactlyInAnyOrder(0L, 8L);
    assertThat(UserSwitchCost.EXPERIMENT.isCalled("fig5")).isTrue();
  }

  private static Set<Long> strides(Setup<SwitchCosts> setup) {
    return beside(setup.plan(Scripted.MACHINE)).stream()
        .map(setting -> setting.whole("strideBytes"))
        .collect(Collectors.toSet());
  }

  @Test
  void nobodySetsWhichSubjectsAreCompared() {
    assertThat(setup().factors()).noneMatch(factor -> factor.name().equals("subject"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().set("subject", "gthread"))
        .withMessageContaining("user-switch has no use for 'subject'");
  }

  @Test
  void onlyTheSwitchWithoutAnArrayIsCountedOncePerSubject() {
    List<String> subjects = new ArrayList<>();
    SwitchWork none =
        new SwitchWork(
            new SystemCalls(Variant.SINGLE, 1, 0, Map.of(), null),
            new SystemCalls(Variant.PAIR, 1, 0, Map.of(), null));
    Scripted.run(
        setup().quick().sizesBytes(4096).stridesBytes(0, 64),
        new ScriptedRunner(point -> 600),
        new WorkStep(
            UserSwitchCost::counted,
            subject -> {
              subjects.add(subject);
              return none;
            }));
    assertThat(subjects).containsExactly("gthread", "pipe-pair");
  }

  @Test
  void itsOwnRowsStandApartFromThoseBesideIt() {
    SwitchCosts result = result();
    assertThat(result.own())
        .hasSize(2)
        .allMatch(e -> e.setting().text("subject").equals("gthread"));
    assertThat(result.companion()).hasSize(2);
    assertThat(result.ownRows().size()).isEqualTo(2);
    assertThat(result.ownRows().hasColumn("subject")).isFalse();
    assertThat(result.rows().size()).isEqualTo(4);
  }

  @Test
  void whichSwitchCostsMoreIsAnsweredWithWhatEachExecutes() {
    SwitchCosts result = result();
    assertThat(result.verdicts())
        .extracting(v -> v.id())
        .containsExactly("CS-2", "CS-9", "CS-10", "CS-22");
    assertThat(result.verdicts().getFirst().outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(result.verdicts().getFirst().why())
        .contains("The thread library makes 3 system calls a switch, the pipe 3");
    assertThat(result.work()).containsOnlyKeys("gthread", "pipe-pair");
  }

  @Test
  void bothAreStored() {
    SwitchCosts result = result();
    result.save(temporary.resolve("one"));
    assertThat(UserSwitchCost.EXPERIMENT.make(Catalogue.read(temporary.resolve("one"))))
        .isEqualTo(result);
  }

  @Test
  void thePictureNamesWhatLiesBehind() {
    SwitchCosts result = result();
    assertThat(result.figure().marks(Mark.Series.class))
        .extracting(Mark.Series::name)
        .contains("stride 64 B", "pipe-pair, stride 64 B");
    assertThat(result.figure().marks(Mark.Rule.class))
        .extracting(Mark.Rule::name)
        .anyMatch(name -> name.startsWith("pipe-pair, no array"));
    assertThat(result.toText(TextStyle.PLAIN))
        .contains("Direct cost of one switch: 0.", "Beside it in the same run, pipe-pair: 1.2");
  }
}
