package org.switchlab.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.machine.CounterUnits;
import org.switchlab.os.Errno;
import org.switchlab.os.PerfCounter;
import org.switchlab.os.ScriptedPerfKernel;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

class CountableTest {

  private static final EventCatalogue BROADWELL =
      EventCatalogue.of("Broadwell", new CounterUnits.Unit("cpu", 4, List.of()), false);

  private final ScriptedPerfKernel kernel = new ScriptedPerfKernel();

  @AfterEach
  void probingLeavesNothingOpen() {
    assertThat(kernel.leaks()).isZero();
  }

  private Countable probe() {
    return Countable.probe(kernel, BROADWELL, Integer.MAX_VALUE);
  }

  private Countable refusing(Errno errno) {
    kernel.refusing(opened -> opened.software() ? Optional.empty() : Optional.of(errno));
    return probe();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 8})
  void groupsFitTheProcessorAndHoldEachCounterOnce(int slots) {
    kernel.slots(slots);
    Countable countable = probe();
    assertThat(countable.hardware().groups())
        .allSatisfy(group -> assertThat(group).hasSizeBetween(1, slots));
    assertThat(countable.hardware().groups().stream().limit(1)).allMatch(g -> g.size() == slots);
    List<PerfCounter> all = countable.groups().stream().flatMap(List::stream).toList();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(countable.warnings()).isEmpty();
  }

  @Test
  void aCounterThatTwoEventsNeedIsCountedOnceAndAddedToBoth() {
    Map<PerfCounter, Long> ones =
        probe().groups().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(counter -> counter, counter -> 1L));
    Map<CounterEvent, SpaceCounts> counts = probe().assemble(ones);
    assertThat(counts.get(CounterEvent.DTLB_MISSES)).isEqualTo(new SpaceCounts(4L, 4L));
    assertThat(counts.get(CounterEvent.STLB_MISSES)).isEqualTo(new SpaceCounts(2L, 2L));
    assertThat(counts.get(CounterEvent.CONTEXT_SWITCHES)).isEqualTo(new SpaceCounts(0L, 1L));
  }

  @Test
  void anEventThatLacksOneTermIsAbsent() {
    kernel.refusing(
        opened -> opened.config() == 0x0149 ? Optional.of(Errno.EINVAL) : Optional.empty());
    Countable countable = probe();
    assertThat(countable.events())
        .contains(CounterEvent.INSTRUCTIONS)
        .doesNotContain(CounterEvent.DTLB_MISSES, CounterEvent.STLB_MISSES);
    assertThat(countable.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(WarningCode.EVENT_REFUSED);
              assertThat(warning.message()).contains("DTLB_STORE_MISSES.MISS_CAUSES_A_WALK");
            });
  }

  @Test
  void withoutTheRightToCountTheKernelTheProgramIsStillCounted() {
    kernel.refusing(opened -> opened.countsKernel() ? Optional.of(Errno.EACCES) : Optional.empty());
    Countable countable = probe();
    assertThat(countable.events())
        .contains(CounterEvent.INSTRUCTIONS)
        .doesNotContain(CounterEvent.CONTEXT_SWITCHES);
    assertThat(countable.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.NO_PERF_EVENTS);
    assertThat(countable.warnings().getFirst().remedy()).contains("perf_event_paranoid");
  }

  @ParameterizedTest
  @EnumSource(names = {"ENOENT", "ENODEV", "EOPNOTSUPP"})
  void aProcessorWithoutCountersLeavesTheSoftwareEvents(Errno errno) {
    Countable countable = refusing(errno);
    assertThat(countable.events())
        .containsExactlyInAnyOrder(CounterEvent.CONTEXT_SWITCHES, CounterEvent.PAGE_FAULTS);
    assertThat(countable.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.NO_HARDWARE_COUNTERS);
    assertThat(countable.warnings().getFirst().remedy()).contains("emulated");
  }

  @Test
  void aKernelThatShowsNoUnitSaysTheSame() {
    assertThat(Countable.probe(kernel, null, Integer.MAX_VALUE).warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.NO_HARDWARE_COUNTERS);
  }

  @Test
  void runningOutOfDescriptorsIsNoReasonToLeaveEventsOut() {
    kernel.descriptors(3);
    assertThatThrownBy(this::probe)
        .isInstanceOf(CounterException.class)
        .hasMessageContaining("EMFILE")
        .hasMessageContaining("ulimit -n");
  }

  @Test
  void genericNamesAreDoubted() {
    EventCatalogue unknown =
        EventCatalogue.of("Newer", new CounterUnits.Unit("cpu", 4, List.of()), false);
    assertThat(Countable.probe(kernel, unknown, Integer.MAX_VALUE).warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.GENERIC_EVENTS);
  }
}
