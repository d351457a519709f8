package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.switchlab.os.PerfEvents.Counts;

class PerfEventsIT {

  private static final List<Event> SOFTWARE =
      List.of(Event.CONTEXT_SWITCHES, Event.CPU_MIGRATIONS, Event.PAGE_FAULTS, Event.TASK_CLOCK);

  private static void assumeKernelMayBeCounted() {
    String refusal = "";
    try (var group = PerfEvents.open(List.of(Event.CONTEXT_SWITCHES), Ring.BOTH)) {
      group.enable();
    } catch (NativeException e) {
      refusal = e.getMessage();
    }
    assumeTrue(refusal.isEmpty(), refusal);
  }

  private static Counts sleeping(int times) throws InterruptedException {
    return PerfEvents.counted(
        SOFTWARE,
        () -> {
          for (int i = 0; i < times; i++) {
            Thread.sleep(1);
          }
        });
  }

  @Test
  void everySleepIsASwitch() throws Exception {
    assumeKernelMayBeCounted();
    sleeping(1);
    long few = sleeping(20).get(Event.CONTEXT_SWITCHES);
    long many = sleeping(200).get(Event.CONTEXT_SWITCHES);
    assertThat(few).isGreaterThanOrEqualTo(20);
    assertThat(many).isGreaterThanOrEqualTo(200).isGreaterThan(few);
  }

  @Test
  void computingTakesTaskClockAndSleepingTakesLess() throws Exception {
    Counts computing =
        PerfEvents.counted(
            List.of(Event.TASK_CLOCK),
            () -> {
              long endNs = System.nanoTime() + 50_000_000;
              while (System.nanoTime() < endNs) {
                Thread.onSpinWait();
              }
            });
    Counts sleeping = PerfEvents.counted(List.of(Event.TASK_CLOCK), () -> Thread.sleep(50));
    assertThat(computing.get(Event.TASK_CLOCK)).isGreaterThan(sleeping.get(Event.TASK_CLOCK));
  }

  @Test
  void processesStartedByTheCountedOneAreCountedToo() throws Exception {
    assumeKernelMayBeCounted();
    assertThat(faultsOfShellThatStarts(20)).isGreaterThan(4 * faultsOfShellThatStarts(1));
  }

  private static long faultsOfShellThatStarts(int children) throws Exception {
    String script = "read go; for i in $(seq %d); do /bin/true; done; read end".formatted(children);
    Process shell = new ProcessBuilder("sh", "-c", script + "; echo").start();
    try (var group = PerfEvents.open(shell.pid(), SOFTWARE, Ring.BOTH)) {
      group.enable();
      shell.outputWriter().append("go\nend\n").flush();
      assertThat(shell.inputReader().readLine()).isEmpty();
      group.disable();
      return group.read().get(Event.PAGE_FAULTS);
    } finally {
      shell.destroyForcibly().waitFor();
    }
  }

  @Test
  void nothingIsCountedBeforeEnableOrAfterDisable() throws Exception {
    assumeKernelMayBeCounted();
    try (var group = PerfEvents.open(List.of(Event.CONTEXT_SWITCHES), Ring.BOTH)) {
      Thread.sleep(1);
      assertThat(group.read().get(Event.CONTEXT_SWITCHES)).isZero();
      group.enable();
      Thread.sleep(1);
      group.disable();
      long counted = group.read().get(Event.CONTEXT_SWITCHES);
      Thread.sleep(1);
      assertThat(group.read().get(Event.CONTEXT_SWITCHES)).isEqualTo(counted).isPositive();
    }
  }

  @Test
  void aGroupOpenedOnOneThreadCanBeReadAndClosedOnAnother() throws Exception {
    assumeKernelMayBeCounted();
    var group = PerfEvents.open(List.of(Event.CONTEXT_SWITCHES), Ring.BOTH);
    group.enable();
    Thread.sleep(1);
    long counted =
        CompletableFuture.supplyAsync(
                () -> {
                  try (group) {
                    return group.read().get(Event.CONTEXT_SWITCHES);
                  }
                })
            .get();
    assertThat(counted).isPositive();
  }

  @Test
  void withoutTheRightTheRefusalIsTypedAndNamesTheRemedy() throws Exception {
    int paranoid =
        Integer.parseInt(Files.readString(Path.of("/proc/sys/kernel/perf_event_paranoid")).strip());
    assumeTrue(paranoid >= 2, "kernel.perf_event_paranoid lets everybody count the kernel");
    Capabilities.without(
        () ->
            assertThatThrownBy(() -> PerfEvents.counted(SOFTWARE, () -> {}))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("perf_event_open(context-switches, BOTH")
                .hasMessageContaining("set kernel.perf_event_paranoid to 1 or less"),
        Capabilities.PERFMON,
        Capabilities.SYS_ADMIN);
  }

  @Test
  void hardwareEventsCountOrSayThatThereIsNoCounter() {
    long once;
    try {
      once = instructionsOf(1);
    } catch (NativeException e) {
      assertThat(e).hasMessageContaining("perf_event_open(instructions, USER");
      assertThat(e.getMessage().contains("no counter for instructions"))
          .as(e.getMessage())
          .isNotEqualTo(e instanceof NotPermittedException);
      return;
    }
    assertThat(instructionsOf(10)).isGreaterThan(3 * once);
  }

  private static long instructionsOf(int times) {
    return PerfEvents.counted(
            List.of(Event.INSTRUCTIONS, Event.CYCLES),
            Ring.USER,
            () -> {
              for (int i = 0; i < times * 100_000; i++) {
                Thread.onSpinWait();
              }
            })
        .get(Event.INSTRUCTIONS);
  }

  @Test
  void aFailureLeavesNoDescriptor() throws Exception {
    List<Event> lastIsUnknown =
        List.of(Event.TASK_CLOCK, new Event("?", 1, 999, Event.Place.UNDIVIDED));
    assertThatThrownBy(() -> PerfEvents.counted(lastIsUnknown, () -> {}))
        .isInstanceOf(NativeException.class);
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(descriptors.map(PerfEventsIT::target)).noneMatch(t -> t.contains("perf_event"));
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void anEmptyGroupIsRefused() {
    assertThatThrownBy(() -> PerfEvents.open(List.of(), Ring.BOTH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
