package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.python.NotPossibleException;

class LabCommandTest {
  private static final Path LESSONS = Path.of("/home/ada/switchlab/notebooks");

  @Test
  void opensTheLessonsAndStopsWithoutAsking() {
    assertThat(LabCommand.defaults(LESSONS, Map.of("DISPLAY", ":0"), false))
        .containsExactly("--ServerApp.root_dir=" + LESSONS, "--ServerApp.answer_yes=True");
  }

  @Test
  void opensNoBrowserWhereNoneCanBeShown() {
    assertThat(LabCommand.defaults(LESSONS, Map.of(), false)).contains("--no-browser");
    assertThat(LabCommand.defaults(LESSONS, Map.of("WAYLAND_DISPLAY", "wayland-0"), false))
        .doesNotContain("--no-browser");
  }

  @Test
  void allowsRootOnlyForRoot() {
    assertThat(LabCommand.defaults(LESSONS, Map.of(), true)).contains("--allow-root");
    assertThat(LabCommand.defaults(LESSONS, Map.of(), false)).doesNotContain("--allow-root");
  }

  @Test
  void aHomeThatCannotBeWrittenIsToldWithAWayOut() {
    assertThatThrownBy(() -> LabCommand.requireHome(Map.of("HOME", "/proc/no-home")))
        .isInstanceOf(NotPossibleException.class)
        .hasMessageContaining("/proc/no-home cannot be written")
        .hasMessageContaining("HOME=$(mktemp -d)");
    LabCommand.requireHome(Map.of("HOME", System.getProperty("java.io.tmpdir")));
    LabCommand.requireHome(
        Map.of("HOME", "/proc/x", "JUPYTER_CONFIG_DIR", "/tmp/c", "JUPYTER_DATA_DIR", "/tmp/d"));
  }
}
