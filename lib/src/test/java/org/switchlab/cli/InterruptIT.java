package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.Lab;
import org.switchlab.os.Signal;
import org.switchlab.warning.WarningCode;

class InterruptIT {

  /** Not SIGINT, which takes the same way, because a shell's background jobs ignore it. */
  private static final Signal REQUEST = Signal.SIGTERM;

  private static final int REQUEST_NUMBER = 15;

  @TempDir private Path temporary;

  @Test
  void aRequestToEndShowsAndStoresWhatTheRunHas() throws Exception {
    Path folder = temporary.resolve("result");
    Process run = start("run", "kernel-switch", "--budget", "10m", "--out", folder.toString());
    try (BufferedReader progress = run.errorReader(StandardCharsets.UTF_8)) {
      // Before it there may be words about another measurement that has to end first.
      assertThat(progress.lines().filter(line -> line.contains("left")).findFirst()).isPresent();
      awaitSamples(folder);
      REQUEST.send(run.pid());
      String shown = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isEqualTo(128 + REQUEST_NUMBER);
      assertThat(shown).contains("the run was interrupted", folder.toString());
      assertThat(folder.resolve("chart.png")).isNotEmptyFile();
      assertThat(Lab.load(folder).has(WarningCode.INTERRUPTED)).isTrue();
    } finally {
      run.destroyForcibly();
    }
  }

  private static Process start(String... args) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.switchlab.cli.Main"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }

  /** An interrupt before the first sample would rightly end with nothing to show. */
  private static void awaitSamples(Path folder) throws Exception {
    Path observations = folder.resolve("observations.csv");
    while (!Files.exists(observations) || Files.readAllLines(observations).size() < 4) {
      Thread.sleep(50);
    }
  }
}
