package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchlab.Lab;
import org.switchlab.counter.CommandCount.Output;
import org.switchlab.counter.ProgramCounts.Row;
import org.switchlab.machine.CounterUnits;
import org.switchlab.os.Footprint;
import org.switchlab.os.ScriptedPerfKernel;
import org.switchlab.warning.WarningCode;

/** Code and commands that run once. */
class OneRunIT {

  private Footprint before;

  @BeforeEach
  void takeFootprint() throws IOException {
    // What the first use opens stays: classes, the native library.
    List<Countable> unused = Countable.onThisMachine();
    assertThat(unused).isNotEmpty();
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    before.assertNothingAdded();
  }

  private static OptionalLong value(List<Row> rows, String event, Space space) {
    return rows.stream()
        .filter(row -> row.event().equals(event) && row.space() == space)
        .mapToLong(Row::value)
        .findFirst();
  }

  private static void assumeSwitchesAreCounted() {
    Countable countable = Countable.onThisMachine().getFirst();
    assumeTrue(
        countable.events().contains(CounterEvent.CONTEXT_SWITCHES),
        () -> countable.warnings().toString());
  }

  @Test
  void aSleepingLambdaIsSwitchedOut() throws Exception {
    assumeSwitchesAreCounted();
    LambdaCount count =
        Lab.count(
            () -> {
              for (int i = 0; i < 20; i++) {
                Thread.sleep(1);
              }
            });
    assertThat(value(count.rows(), "context-switches", Space.KERNEL).orElseThrow())
        .isGreaterThanOrEqualTo(20);
    assertThat(count.durationNs()).isGreaterThanOrEqualTo(20_000_000);
    assertThat(value(count.rows(), "task-clock-ns", Space.ALL).orElseThrow())
        .isBetween(1L, count.durationNs());
  }

  @Test
  void aLambdasCountsShowThemselves() throws Exception {
    LambdaCount count = Lab.count(() -> {});
    assertThat(count.table().columnNames()).containsExactly("event", "space", "value");
    assertThat(count.toString()).contains("task-clock-ns");
    count.warnings().forEach(warning -> assertThat(count.toString()).contains(warning.message()));
  }

  @Test
  void whatALambdaThrowsComesThrough() {
    assertThatThrownBy(
            () ->
                Lab.count(
                    () -> {
                      throw new IOException("mine");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("mine");
  }

  @Test
  void aLambdaGetsOneGroupOfTheProcessorsAndIsToldOfTheRest() {
    var kernel = new ScriptedPerfKernel().slots(4).counting((opened, time) -> 11);
    EventCatalogue broadwell =
        EventCatalogue.of("Broadwell", new CounterUnits.Unit("cpu", 4, List.of()), false);
    Countable countable = Countable.probe(kernel, broadwell, Integer.MAX_VALUE);
    LambdaCount count = LambdaCount.of(kernel, List.of(countable), () -> {});
    assertThat(value(count.rows(), "instructions", Space.USER)).hasValue(11);
    assertThat(value(count.rows(), "instructions", Space.ALL)).hasValue(22);
    assertThat(value(count.rows(), "dtlb-misses", Space.USER)).isEmpty();
    assertThat(count.warnings())
        .filteredOn(warning -> warning.code() == WarningCode.EVENT_REFUSED)
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("L1D.REPLACEMENT"));
    assertThat(kernel.leaks()).isZero();
  }

  private static CommandCount shell(String script) throws Exception {
    return CommandCount.run(List.of("sh", "-c", script), Output.STDERR);
  }

  @Test
  void aCommandIsCountedWithWhatItStarts() throws Exception {
    assumeSwitchesAreCounted();
    long few = faults(shell("for i in 1; do /bin/true; done; exit 0"));
    long many = faults(shell("for i in $(seq 20); do /bin/true; done; exit 0"));
    assertThat(many).isGreaterThan(3 * few);
  }

  private static long faults(CommandCount count) {
    return count.counts().value("page-faults", Space.ALL).orElseThrow();
  }

  @Test
  void itsExitCodeIsPassedOn() throws Exception {
    assertThat(shell("exit 3").counts().exitCode()).isEqualTo(3);
    assertThat(shell("kill -TERM $$").counts().exitCode()).isEqualTo(128 + 15);
  }

  @Test
  void aCommandThatIsNotThereCountsNothingRatherThanZero() throws Exception {
    CommandCount count = CommandCount.run(List.of("/no/such/program"), Output.STDERR);
    assertThat(count.counts().exitCode()).isEqualTo(127);
    assertThat(count.counts().rows()).isEmpty();
    assertThatThrownBy(() -> CommandCount.run(List.of(), Output.STDOUT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asJsonItHasTheAgreedFields() throws Exception {
    var json = JsonMapper.builder().build().valueToTree(shell("exit 0").counts());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("source", "command", "exitCode", "geometry", "rows");
    assertThat(json.get("geometry").isNull()).isTrue();
    assertThat(json.get("rows").get(0).fieldNames())
        .toIterable()
        .containsExactly("event", "space", "value");
    assertThat(json.get("rows").get(0).get("space").asText()).isEqualTo("all");
  }
}
