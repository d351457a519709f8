package org.switchlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;
import org.switchlab.table.Row;

/** What was chosen, what follows where nothing was, and the settings that come of it. */
class ChoicesTest {

  private static final Factor LANGUAGE = Factor.choice("language", List.of("c", "go"));
  private static final Factor CLIENTS = Factor.count("clients", 1, 64);
  private static final Factor CPU = Factor.count("cpu").one(null);

  private static Choices choices(Map<String, List<Object>> given) {
    return new Choices(List.of(LANGUAGE, CLIENTS, CPU), given, Machine.published(), false);
  }

  @Test
  void whatIsNotGivenIsTheDefault() {
    Choices choices = choices(Map.of("clients", List.of(2L)));
    assertThat(choices.has("clients")).isTrue();
    assertThat(choices.has("language")).isFalse();
    assertThat(choices.wholes("clients")).containsExactly(2L);
    assertThat(choices.all("language")).containsExactly("c", "go");
    assertThat(choices.one("cpu")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choices.all("moon"))
        .withMessageContaining("'moon'");
  }

  @Test
  void defaultsMayFollowTheMachineAndAFirstLook() {
    Factor sizes =
        Factor.bytes("arrayBytes")
            .by((machine, quick) -> List.of(quick ? 64L : machine.cacheBytes(1).orElse(0)));
    Machine machine = Machine.published();
    assertThat(new Choices(List.of(sizes), Map.of(), machine, true).wholes("arrayBytes"))
        .containsExactly(64L);
    assertThat(new Choices(List.of(sizes), Map.of(), machine, false).wholes("arrayBytes"))
        .containsExactly(machine.cacheBytes(1).getAsLong());
  }

  @Test
  void everyCombinationIsASettingTheFirstFactorOutermost() {
    assertThat(choices(Map.of()).combinations(List.of(LANGUAGE, CLIENTS)))
        .containsExactly(
            Setting.of("language", "c", "clients", 1),
            Setting.of("language", "c", "clients", 64),
            Setting.of("language", "go", "clients", 1),
            Setting.of("language", "go", "clients", 64));
    assertThat(choices(Map.of()).combinations(List.of())).containsExactly(Setting.of());
  }

  @Test
  void onlyWhatWasGivenIsStored() {
    assertThat(choices(Map.of("clients", List.of(2L))).stored())
        .isEqualTo(Map.of("clients", List.of(2L)));
  }

  @Test
  void theCpuIsOneOfThoseAllowed() {
    Machine machine = Machine.published();
    assertThat(choices(Map.of()).cpu()).isEqualTo(machine.measuringCpu().orElse(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choices(Map.of("cpu", List.of(4_711L))).cpu())
        .withMessageContaining("4711")
        .withMessageContaining(machine.allowedCpus().toString());
  }

  @Test
  void aSettingIsThePartOfARowThatSaysWhere() {
    Row row = Row.of("language", "go", "clients", 64, "costNs", 1.5);
    Setting setting = Setting.in(row, List.of("language", "clients"));
    assertThat(setting).isEqualTo(Setting.of("language", "go", "clients", 64));
    assertThat(setting.text("language")).isEqualTo("go");
    assertThat(setting.whole("clients")).isEqualTo(64);
    assertThat(setting.whole("servers", 1)).isEqualTo(1);
    assertThat(setting.has("costNs")).isFalse();
    assertThat(setting.with("clients", 2)).isEqualTo(Setting.of("language", "go", "clients", 2));
  }
}
