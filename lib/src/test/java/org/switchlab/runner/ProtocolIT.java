package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the runner says, in which order. */
class ProtocolIT {

  private static final String POINT = "--array-bytes 1024 --stride-bytes 8 --seed 1";

  @Test
  void aMeasurementSaysHelloPeerReadyBatchesDone() throws Exception {
    try (var runner = StartedRunner.start("pipe-pair " + POINT + " --couples 3 --rounds 5")) {
      List<Line> lines = runner.lines();
      assertThat(lines)
          .extracting(Line::keyword)
          .containsExactly(
              "hello", "peer", "ready", "batch", "batch", "batch", "batch", "batch", "batch",
              "done");
      assertThat(lines.get(0).text()).isEqualTo("hello protocol=1 pid=" + runner.handle().pid());
      assertThat(lines.get(2).fields()).containsOnlyKeys("rounds", "pairRoundNs", "singleRoundNs");
      assertThat(lines.get(2).number("rounds")).isEqualTo(5);
      assertThat(lines.getLast().text()).isEqualTo("done couples=3");
      assertThat(runner.exitCode()).isZero();
      assertThat(runner.errors()).isEmpty();
    }
  }

  @Test
  void eachCoupleIsOneSingleAndOnePairBatch() {
    try (var runner = StartedRunner.start("pipe-pair " + POINT + " --couples 4 --rounds 7")) {
      List<Line> batches = batches(runner.lines());
      assertThat(batches).hasSize(8);
      for (int couple = 0; couple < 4; couple++) {
        List<Line> both = batches.subList(2 * couple, 2 * couple + 2);
        assertThat(both).extracting(b -> b.fields().get("variant")).contains("single", "pair");
        for (int position = 0; position < 2; position++) {
          assertBatch(both.get(position), couple, position, 7);
        }
      }
    }
  }

  private static void assertBatch(Line batch, int couple, int position, int rounds) {
    assertThat(batch.fields().keySet())
        .containsExactly(
            "couple",
            "position",
            "variant",
            "rounds",
            "durationNs",
            "referenceBeforeNs",
            "referenceAfterNs",
            "switchesExpected",
            "voluntarySwitches",
            "involuntarySwitches",
            "migrated");
    assertThat(batch.number("couple")).isEqualTo(couple);
    assertThat(batch.number("position")).isEqualTo(position);
    assertThat(batch.number("rounds")).isEqualTo(rounds);
    assertThat(batch.number("switchesExpected")).isEqualTo(batch.isPair() ? 2L * rounds : 0);
    assertThat(batch.number("durationNs")).isPositive();
    assertThat(batch.number("referenceBeforeNs")).isPositive();
    assertThat(batch.number("referenceAfterNs")).isPositive();
    assertThat(batch.number("migrated")).isBetween(0L, 1L);
  }

  @Test
  void roundsAreDerivedFromTheWantedTimeOfAPairBatch() {
    try (var runner =
        StartedRunner.start("pipe-pair " + POINT + " --couples 1 --batch-ns 2000000")) {
      Line ready = runner.lines().get(2);
      assertThat(ready.number("rounds"))
          .isEqualTo(Math.max(1, 2_000_000 / ready.number("pairRoundNs")));
    }
  }

  @Test
  void aBatchHasAtLeastOneRound() {
    try (var runner =
        StartedRunner.start(
            "pipe-pair --array-bytes 1048576 --stride-bytes 8 --seed 1 --couples 1"
                + " --batch-ns 1000")) {
      assertThat(batches(runner.lines())).allMatch(batch -> batch.number("rounds") == 1);
    }
  }

  @Test
  void theHandshakeHoldsTheForkUntilBeginAndTheBatchesUntilGo() throws Exception {
    try (var runner =
        StartedRunner.start("pipe-pair " + POINT + " --couples 1 --rounds 5 --handshake")) {
      assertThat(runner.line().keyword()).isEqualTo("hello");
      assertThat(runner.handle().children()).isEmpty();
      Line peer = runner.ask("begin");
      assertThat(peer.keyword()).isEqualTo("peer");
      assertThat(runner.handle().children().map(ProcessHandle::pid))
          .containsExactly(peer.number("pid"));
      assertThat(runner.line().keyword()).isEqualTo("ready");
      assertThat(runner.ask("go").keyword()).isEqualTo("batch");
      assertThat(runner.lines()).extracting(Line::keyword).containsExactly("batch", "done");
      assertThat(runner.exitCode()).isZero();
    }
  }

  /** How many are granted is the kernel's business; whether it says so is ours. */
  @Test
  void hugePagesSayHowMuchOfTheArrayGotThem() {
    assumeTrue(
        Files.exists(Path.of("/sys/kernel/mm/transparent_hugepage")),
        "this kernel has no transparent huge pages");
    try (var runner =
        StartedRunner.start(
            "pipe-pair --array-bytes 4194304 --stride-bytes 64 --seed 1 --couples 1 --rounds 1"
                + " --page-bytes 2097152")) {
      assertThat(runner.lines().get(2).number("hugeBytes")).isIn(0L, 2_097_152L, 4_194_304L);
    }
  }

  @Test
  void theReferenceLoopAloneIsTimedCountTimes() throws Exception {
    try (var runner = StartedRunner.start("reference --count 5")) {
      List<Line> lines = runner.lines();
      assertThat(lines).hasSize(7);
      assertThat(lines.subList(1, 6))
          .allMatch(line -> "reference".equals(line.keyword()) && line.number("durationNs") > 0);
      assertThat(lines.getLast().text()).isEqualTo("done count=5");
      assertThat(runner.exitCode()).isZero();
    }
  }

  @Test
  void helpNamesEveryFieldOfABatch() throws Exception {
    String help;
    try (var runner = StartedRunner.start("--help")) {
      help = String.join("\n", runner.lines().stream().map(Line::text).toList());
      assertThat(runner.exitCode()).isZero();
    }
    try (var runner = StartedRunner.start("pipe-pair " + POINT + " --couples 1 --rounds 1")) {
      assertThat(help).contains(batches(runner.lines()).getFirst().fields().keySet());
    }
  }

  @Test
  void versionNamesTheBuildAndTheProtocol() throws Exception {
    try (var runner = StartedRunner.start("--version")) {
      assertThat(runner.line().text())
          .isEqualTo("switchlab-runner " + NativeBuild.version() + ", protocol 1");
      assertThat(runner.exitCode()).isZero();
    }
  }

  static List<Line> batches(List<Line> lines) {
    return lines.stream().filter(line -> "batch".equals(line.keyword())).toList();
  }
}
