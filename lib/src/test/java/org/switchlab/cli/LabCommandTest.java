package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
