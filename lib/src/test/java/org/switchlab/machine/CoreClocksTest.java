package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.machine.Topology.CoreKind;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * A processor of Zen 5 (CPUs 0 and 1) and Zen 5c cores (2 and 3), which the kernel does not name.
 */
class CoreClocksTest {

  @TempDir private Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + "\n");
  }

  private void clocks(long... megahertz) throws IOException {
    for (int cpu = 0; cpu < megahertz.length; cpu++) {
      String folder = "sys/devices/system/cpu/cpu" + cpu;
      write(folder + "/cpufreq/cpuinfo_max_freq", megahertz[cpu] + "000");
      write(folder + "/topology/thread_siblings_list", "" + cpu);
    }
  }

  @BeforeEach
  void fourCpus() throws IOException {
    write("sys/devices/system/cpu/online", "0-3");
    write("proc/self/status", "Cpus_allowed_list:\t0-3");
  }

  @Test
  void kindsAreToldByTheirHighestClock() throws IOException {
    clocks(5100, 5090, 3300, 3300);
    Machine machine = Machine.read(root);
    assertThat(machine.topology().kinds())
        .extracting(CoreKind::name, CoreKind::cpus)
        .containsExactly(
            tuple("up to 5100 MHz", List.of(0, 1)), tuple("up to 3300 MHz", List.of(2, 3)));
    assertThat(machine.measuringCpu()).hasValue(1);
    assertThat(machine.slowCore(1)).isEmpty();
    assertThat(machine.slowCore(3).orElseThrow().message())
        .contains("CPU 3", "up to 3300 MHz: CPUs 2-3", "CPUs 0-1 (up to 5100 MHz)");
  }

  @Test
  void whoIsAllowedTheSlowOnlyIsWarned() throws IOException {
    clocks(5100, 5100, 3300, 3300);
    write("proc/self/status", "Cpus_allowed_list:\t2-3");
    Machine machine = Machine.read(root);
    assertThat(machine.measuringCpu()).hasValue(3);
    assertThat(machine.problems()).extracting(Warning::code).contains(WarningCode.SLOW_CORE);
  }

  /** Cores of one kind are ranked by what each can bear. */
  @Test
  void preferredCoresAreNoKindOfTheirOwn() throws IOException {
    clocks(5800, 5800, 5500, 5450);
    assertThat(Machine.read(root).topology().kinds()).isEmpty();
  }

  @Test
  void oneUnknownClockTellsNothing() throws IOException {
    clocks(5100, 3300);
    assertThat(Machine.read(root).topology().kinds()).isEmpty();
  }
}
