package org.switchlab.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolCommandTest {

  @Test
  void whatTheProjectInstalledForItselfComesFirst() {
    assertThat(ToolCommand.path("/home/ada/lab", "/usr/bin:/bin"))
        .isEqualTo("/home/ada/lab/.switchlab/venv/bin:/usr/bin:/bin");
    assertThat(ToolCommand.path(null, "/usr/bin")).isEqualTo("/usr/bin");
    assertThat(ToolCommand.path(null, null)).contains("/bin");
  }

  @Test
  void theRunningJdkIsNamedByItsFolder() {
    assertThat(ToolCommand.of(List.of("{java}/bin/javac"), Duration.ofSeconds(1)).words())
        .containsExactly("env", System.getProperty("java.home") + "/bin/javac");
  }

  @Test
  void aToolchainIsThereIfItsProbeSaysSo() throws Exception {
    assertThat(probed("echo 'tool 1.2'; echo more")).contains("tool 1.2");
    assertThat(probed("echo 'tool 0.9, too old'; exit 1")).isEmpty();
    assertThat(new Toolchain("x", "x", List.of("no-such-program-here"), Map.of()).version())
        .isEmpty();
  }

  private static Optional<String> probed(String script) throws InterruptedException {
    return new Toolchain("x", "x", List.of("sh", "-c", script), Map.of()).version();
  }

  /** What runs us has a compiler, so its subjects are never gaps. */
  @Test
  void theJdkIsAlwaysThere() throws Exception {
    assertThat(Toolchains.named("jdk").version()).hasValueSatisfying(
        version -> assertThat(version).startsWith("javac "));
  }
}
