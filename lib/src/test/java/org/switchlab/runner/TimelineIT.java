package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Time stamps of both processes. */
class TimelineIT {

  private static final String TIMELINE = "timeline --array-bytes 4096 --stride-bytes 64 --seed 1";

  private static List<Line> lines(int rounds) throws Exception {
    String arguments = "%s --rounds %d --cpu %d".formatted(TIMELINE, rounds, Cpus.lastAllowed());
    try (var runner = StartedRunner.start(arguments)) {
      List<Line> lines = runner.lines();
      assertThat(runner.errors()).isEmpty();
      assertThat(runner.exitCode()).isZero();
      return lines;
    }
  }

  private static List<Line> events(List<Line> lines, String variant, String process) {
    return lines.stream()
        .filter(line -> line.keyword().equals("event"))
        .filter(line -> line.is("variant", variant) && line.is("process", process))
        .toList();
  }

  private static List<String> kinds(List<Line> events) {
    return events.stream().map(event -> event.fields().get("kind")).toList();
  }

  @Test
  void eachProcessStampsEachStepOfEachRound() throws Exception {
    List<Line> lines = lines(2);
    assertThat(kinds(events(lines, "single", "parent")))
        .containsExactly("begun", "written", "read", "walked", "written", "read", "walked");
    assertThat(kinds(events(lines, "pair", "parent")))
        .containsExactly("begun", "walked", "written", "read", "walked", "written", "read");
    assertThat(kinds(events(lines, "pair", "peer")))
        .containsExactly("read", "walked", "written", "read", "walked", "written");
    assertThat(events(lines, "single", "peer")).isEmpty();
  }

  @Test
  void theClockNeverRunsBackwardsAndCausesComeBeforeEffects() throws Exception {
    List<Line> lines = lines(100);
    for (String process : List.of("parent", "peer")) {
      assertThat(events(lines, "pair", process).stream().map(event -> event.number("timeNs")))
          .isSorted();
    }
    List<Line> parent = events(lines, "pair", "parent");
    List<Line> peer = events(lines, "pair", "peer");
    for (int round = 0; round < 100; round++) {
      long parentWalkedNs = parent.get(1 + 3 * round).number("timeNs");
      long parentReadNs = parent.get(3 + 3 * round).number("timeNs");
      long peerReadNs = peer.get(3 * round).number("timeNs");
      long peerWalkedNs = peer.get(1 + 3 * round).number("timeNs");
      assertThat(peerReadNs).isGreaterThan(parentWalkedNs);
      assertThat(peerWalkedNs).isLessThan(parentReadNs);
    }
  }

  @Test
  void theStampsOfABatchLieWithinItsTime() throws Exception {
    List<Line> lines = lines(50);
    for (Line batch : lines.stream().filter(line -> line.keyword().equals("batch")).toList()) {
      List<Line> events = events(lines, batch.fields().get("variant"), "parent");
      long spanNs = events.getLast().number("timeNs") - events.getFirst().number("timeNs");
      assertThat(spanNs).isLessThanOrEqualTo(batch.number("durationNs"));
    }
  }
}
