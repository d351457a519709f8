package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Rounds.Alone;
import org.switchlab.sample.Rounds.Pair;
import org.switchlab.sample.Slot;

/** Stamped rounds, as the runner says them. */
class StampedIT {

  private static final String TIMES = " --slots 3 --slot-ns 3000000 --block-ns 300000 --seed 1";

  /** Both are rounded to a tenth of a nanosecond. */
  private static final double ROUNDING_NS = 0.11;

  private static List<Line> run(String arguments) throws Exception {
    try (var runner = StartedRunner.start("stamped " + arguments + TIMES)) {
      List<Line> lines = runner.lines();
      assertThat(runner.errors()).isEmpty();
      assertThat(runner.exitCode()).isZero();
      return lines;
    }
  }

  private static List<Line> of(List<Line> lines, String keyword) {
    return lines.stream().filter(line -> line.keyword().equals(keyword)).toList();
  }

  private static double decimal(Line line, String key) {
    return Double.parseDouble(line.fields().get(key));
  }

  @Test
  void itSaysHelloPeerReadySlotsDone() throws Exception {
    List<Line> lines = run("pipe-pair --array-bytes 1024 --stride-bytes 8");
    assertThat(lines)
        .extracting(Line::keyword)
        .containsExactly("hello", "peer", "ready", "slot", "slot", "slot", "done");
    Line ready = lines.get(2);
    assertThat(ready.fields())
        .containsOnlyKeys("pairRoundNs", "singleRoundNs", "blockRounds", "stampSource", "stampNs");
    assertThat(ready.fields().get("stampSource")).isIn("tsc", "counter", "clock");
    assertThat(ready.number("blockRounds")).isGreaterThanOrEqualTo(3);
    assertThat(lines.getLast().text()).isEqualTo("done slots=3");
    assertThat(lines.get(3).fields().keySet())
        .containsExactly(
            "index",
            "groups",
            "rounds",
            "messageNs",
            "messageMeanNs",
            "legNs",
            "legMeanNs",
            "walkAloneNs",
            "walkAloneMeanNs",
            "walkBetweenNs",
            "walkBetweenMeanNs",
            "switchesExpected",
            "voluntarySwitches",
            "involuntarySwitches",
            "migrated");
    assertThat(of(lines, "slot"))
        .extracting(slot -> slot.number("index"))
        .containsExactly(0L, 1L, 2L);
  }

  /** Whatever the array is: from what fits beside everything to what nothing holds. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipe-pair --array-bytes 0 --stride-bytes 0",
        "pipe-pair --array-bytes 4194304 --stride-bytes 64",
        "gthread --array-bytes 4096 --stride-bytes 8",
        "gthread-register --array-bytes 0 --stride-bytes 0",
        "socketpair-process --array-bytes 64 --stride-bytes 8",
        "eventfd-thread --array-bytes 64 --stride-bytes 8"
      })
  void theSwitchesAreThoseOfThePairRounds(String subject) throws Exception {
    List<Line> lines = run(subject + " --cpu " + Cpus.lastAllowed());
    long blockRounds = lines.get(2).number("blockRounds");
    assertThat(of(lines, "slot"))
        .hasSize(3)
        .allSatisfy(
            slot -> {
              assertThat(slot.number("rounds")).isEqualTo(slot.number("groups") * blockRounds);
              assertThat(slot.number("switchesExpected"))
                  .isEqualTo(2 * slot.number("groups") * (blockRounds + 1));
              assertThat(slot.switchesCounted() * 100)
                  .isGreaterThanOrEqualTo(slot.number("switchesExpected") * 99);
              assertThat(slot.number("migrated")).isZero();
              assertThat(decimal(slot, "legNs")).isPositive();
              assertThat(decimal(slot, "messageNs")).isPositive();
            });
  }

  /** Exact: one switch of its own too many or too few would be off in every slot. */
  @Test
  void whereNobodyElseComesBetweenNothingElseIsCounted() throws Exception {
    String command =
        "pipe-pair --array-bytes 0 --stride-bytes 0 --slots 40 --slot-ns 1000000"
            + " --block-ns 200000 --seed 3 --cpu "
            + Cpus.lastAllowed();
    try (var runner = StartedRunner.start("stamped " + command)) {
      List<Line> slots = of(runner.lines(), "slot");
      assertThat(slots).hasSize(40);
      assertThat(slots)
          .filteredOn(slot -> slot.switchesCounted() == slot.number("switchesExpected"))
          .hasSizeGreaterThanOrEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipe-pair --array-bytes 32768 --stride-bytes 64",
        "gthread-register --array-bytes 0 --stride-bytes 0",
        "pipe-pair --array-bytes 2097152 --stride-bytes 64"
      })
  void theKeptRoundsAreAllRoundsAndComeToTheSlot(String subject) throws Exception {
    List<Line> lines = run(subject + " --keep-rounds");
    for (Line line : of(lines, "slot")) {
      List<Line> rounds =
          of(lines, "round").stream()
              .filter(round -> round.number("slot") == line.number("index"))
              .toList();
      assertThat(rounds).hasSize(Math.toIntExact(3 * line.number("rounds")));
      assertThat(rounds).allMatch(round -> round.number("group") < line.number("groups"));
      assertSame(slot(line, rounds), line);
    }
    int first = lines.indexOf(of(lines, "round").getFirst());
    assertThat(first).as("the rounds stand before their slot").isEqualTo(3);
  }

  private static Slot slot(Line line, List<Line> rounds) {
    Map<String, List<Line>> flows =
        rounds.stream().collect(Collectors.groupingBy(round -> round.fields().get("flow")));
    return new Rounds(
            alone(flows.get("alone-parent")),
            alone(flows.get("alone-peer")),
            flows.get("pair").stream().map(StampedIT::pair).toList())
        .slot(
            Math.toIntExact(line.number("index")),
            line.number("groups"),
            new Rounds.Counts(
                line.number("switchesExpected"),
                line.number("voluntarySwitches"),
                line.number("involuntarySwitches"),
                line.number("migrated") != 0));
  }

  private static List<Alone> alone(List<Line> rounds) {
    return rounds.stream()
        .map(round -> new Alone(decimal(round, "messageNs"), decimal(round, "walkNs")))
        .toList();
  }

  private static Pair pair(Line round) {
    return new Pair(
        decimal(round, "leg1Ns"),
        decimal(round, "leg2Ns"),
        decimal(round, "walkParentNs"),
        decimal(round, "walkPeerNs"));
  }

  private static void assertSame(Slot slot, Line line) {
    assertThat(slot.rounds()).isEqualTo(line.number("rounds"));
    Map.of(
            "messageNs", slot.messageNs(),
            "messageMeanNs", slot.messageMeanNs(),
            "legNs", slot.legNs(),
            "legMeanNs", slot.legMeanNs(),
            "walkAloneNs", slot.walkAloneNs(),
            "walkAloneMeanNs", slot.walkAloneMeanNs(),
            "walkBetweenNs", slot.walkBetweenNs(),
            "walkBetweenMeanNs", slot.walkBetweenMeanNs())
        .forEach(
            (name, value) ->
                assertThat(value)
                    .as("%s of %s", name, line.text())
                    .isCloseTo(decimal(line, name), within(ROUNDING_NS)));
  }

  @Test
  void aSlotHasAGroupHoweverShortAndItsBlocksThreeRounds() throws Exception {
    try (var runner =
        StartedRunner.start(
            "stamped pipe-pair --array-bytes 1048576 --stride-bytes 8 --seed 1 --slots 2"
                + " --slot-ns 1000 --block-ns 1000")) {
      assertThat(of(runner.lines(), "slot"))
          .hasSize(2)
          .allMatch(slot -> slot.number("groups") == 1 && slot.number("rounds") == 3);
    }
  }

  /** The cheapest rounds: more would fit the time than a ring holds. */
  @Test
  void aBlockHasNoMoreRoundsThanTheRingHolds() throws Exception {
    try (var runner =
        StartedRunner.start(
            "stamped gthread-register --array-bytes 0 --stride-bytes 0 --seed 1 --slots 1"
                + " --slot-ns 1000 --block-ns 100000000 --keep-rounds")) {
      List<Line> lines = runner.lines();
      assertThat(lines.get(2).number("blockRounds")).isEqualTo(4095);
      assertThat(of(lines, "round")).hasSize(3 * 4095);
      assertThat(of(lines, "round"))
          .filteredOn(round -> round.is("flow", "pair"))
          .allMatch(round -> decimal(round, "leg1Ns") > 0 && decimal(round, "leg2Ns") > 0);
    }
  }

  /** How many are granted is the kernel's business; that it is told of each slot's own is ours. */
  @Test
  void everySlotSaysHowMuchOfItsArrayGotHugePages() throws Exception {
    assumeTrue(
        Files.exists(Path.of("/sys/kernel/mm/transparent_hugepage")),
        "this kernel has no transparent huge pages");
    List<Line> lines = run("pipe-pair --array-bytes 65536 --stride-bytes 64 --page-bytes 2097152");
    assertThat(of(lines, "slot"))
        .hasSize(3)
        .allMatch(slot -> List.of(0L, 2_097_152L).contains(slot.number("hugeBytes")));
  }

  /** As above; and what is granted is whole: a part of a huge page is not split. */
  @ParameterizedTest
  @ValueSource(strings = {"pipe-pair", "gthread-register"})
  void everySlotSaysHowMuchOfItsArrayIsColoured(String subject) throws Exception {
    assumeTrue(
        Files.exists(Path.of("/sys/kernel/mm/transparent_hugepage")),
        "this kernel has no transparent huge pages");
    List<Line> lines =
        run(subject + " --array-bytes 2097160 --stride-bytes 64 --pages coloured --order random");
    assertThat(of(lines, "slot"))
        .hasSize(3)
        .allMatch(
            slot -> List.of(0L, 2_097_152L, 4_194_304L).contains(slot.number("colouredBytes")))
        .allMatch(slot -> !slot.fields().containsKey("hugeBytes"));
    assertThat(lines.get(2).fields()).containsKey("colouredBytes");
  }

  /** Its steps are longer and nobody fetches ahead: so it shows that the walk was asked for it. */
  @Test
  void inRandomOrderAWalkTakesLonger() throws Exception {
    String point = "gthread-register --array-bytes 4194304 --stride-bytes 64 --cpu ";
    double ratio = 0;
    for (int tries = 0; tries < 8 && ratio <= 1.2; tries++) {
      ratio =
          shortestWalkNs(run(point + Cpus.lastAllowed() + " --order random"))
              / shortestWalkNs(run(point + Cpus.lastAllowed() + " --order stride"));
    }
    assertThat(ratio).isGreaterThan(1.2);
  }

  private static double shortestWalkNs(List<Line> lines) {
    return of(lines, "slot").stream()
        .mapToDouble(slot -> decimal(slot, "walkAloneNs"))
        .min()
        .orElseThrow();
  }

  @Test
  void onAarch64ItStampsByTheCounter() throws Exception {
    Path emulator = Tools.require("qemu-aarch64-static", "qemu-user-static");
    Path built =
        NativeBuild.root()
            .resolve("pack" + NativeBuild.packedResource().replace("x86_64", "aarch64"));
    assumeTrue(Files.isExecutable(built), "it was not built (Debian: gcc-aarch64-linux-gnu)");
    List<String> command =
        StartedRunner.command(
            built, "stamped gthread-register --array-bytes 4096 --stride-bytes 64" + TIMES);
    command.addFirst(emulator.toString());
    try (var runner = StartedRunner.startCommand(command)) {
      List<Line> lines = runner.lines();
      assertThat(lines).as(runner::errors).hasSize(7);
      assertThat(lines.get(2).is("stampSource", "counter")).isTrue();
      assertThat(of(lines, "slot")).allMatch(slot -> decimal(slot, "walkAloneNs") > 0);
    }
  }
}
