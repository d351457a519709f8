package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.switchlab.os.Footprint;
import org.switchlab.run.RunnerException.Stage;

/** Shell scripts that speak the runner's protocol, and misbehave where they are told to. */
final class StandIn {

  private static final String PRELUDE =
      """
      #!/bin/sh
      batch() {
        echo "batch couple=$1 position=$2 variant=$3 rounds=100 durationNs=50000 \
      referenceBeforeNs=10 referenceAfterNs=11 switchesExpected=$4 voluntarySwitches=$4 \
      involuntarySwitches=0 migrated=0"
      }
      endless() { while :; do echo "$1$1$1$1$1$1$1$1"; done; }
      """;

  private static final String TO_HELLO =
      """
      echo "hello protocol=1 pid=$$"
      read begin
      """;

  private static final String TO_READY =
      """
      sleep 1000 >/dev/null 2>&1 &
      echo $! >> "$0.peers"
      echo "peer pid=$!"
      echo "ready rounds=100 pairRoundNs=1000 singleRoundNs=500"
      read go
      """;

  private static final String COUPLE =
      """
      batch 0 0 pair 200
      batch 0 1 single 0
      """;

  private StandIn() {}

  /** A script that behaves until {@code stage} and then does {@code rest}. */
  static Path until(Stage stage, String rest, Path directory) throws IOException {
    String conduct =
        switch (stage) {
          case STARTING -> "";
          case PREPARING -> TO_HELLO;
          case RUNNING -> TO_HELLO + TO_READY + COUPLE;
        };
    Path script = directory.resolve("stand-in");
    Files.writeString(script, PRELUDE + conduct + rest + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  /** Fails if a peer that the script started still lives in a minute. */
  static void assertNoPeerLeft(Path script) throws IOException, InterruptedException {
    Path peers = Path.of(script + ".peers");
    List<String> pids = Files.exists(peers) ? Files.readAllLines(peers) : List.of();
    for (String pid : pids) {
      Footprint.awaitDead(Long.parseLong(pid));
    }
  }
}
