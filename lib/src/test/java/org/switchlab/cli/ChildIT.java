package org.switchlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChildIT {
  @TempDir private Path folder;

  @Test
  void givesTheChildsExitCodeAndEnvironment() throws IOException {
    assertThat(Child.run(List.of("sh", "-c", "exit $CODE"), Map.of("CODE", "7"))).isEqualTo(7);
  }

  @Test
  void aProgramThatIsNotThereEndsAsInAShell() throws IOException {
    assertThat(Child.run(List.of(folder.resolve("none").toString()), Map.of())).isEqualTo(127);
  }

  @Test
  void ctrlCAtTheTerminalIsNotTheChildsBusiness() throws IOException {
    assertThat(Child.run(List.of("sh", "-c", "kill -INT $$; exit 6"), Map.of())).isEqualTo(6);
  }

  @Test
  void anInterruptLetsTheChildCleanUpAndWaitsForIt() throws Exception {
    Path started = folder.resolve("started");
    Path cleaned = folder.resolve("cleaned");
    String script =
        "trap 'touch \"$CLEANED\"; exit 5' TERM; touch \"$STARTED\"; while :; do sleep 0.05; done";
    Map<String, String> variables =
        Map.of("STARTED", started.toString(), "CLEANED", cleaned.toString());
    CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    exitCode.complete(Child.run(List.of("sh", "-c", script), variables));
                  } catch (IOException failed) {
                    exitCode.completeExceptionally(failed);
                  }
                });
    while (!Files.exists(started)) {
      Thread.sleep(Duration.ofMillis(10));
    }

    caller.interrupt();

    assertThat(exitCode.get()).isEqualTo(5);
    assertThat(cleaned).exists();
  }
}
