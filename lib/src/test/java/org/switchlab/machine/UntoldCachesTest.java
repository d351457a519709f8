package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.report.MachineText;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** A Raspberry Pi with a kernel of 16 KiB pages and cache folders without sizes. */
class UntoldCachesTest {

  private static final String CPU = "sys/devices/system/cpu/cpu3/";

  @TempDir private Path root;

  @BeforeEach
  void aPi() throws IOException {
    write("sys/devices/system/cpu/online", "0-3");
    write("proc/self/status", "Cpus_allowed_list:\t0-3");
    write("proc/self/smaps", "KernelPageSize:       16 kB");
    write(CPU + "cache/index0/level", "1");
    write(CPU + "cache/index0/type", "Data");
    write(CPU + "cache/index1/level", "2");
    write(CPU + "cache/index1/type", "Unified");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + "\n");
  }

  @Test
  void theGuessIsSaidAndNothingIsToBeMounted() {
    Machine machine = Machine.read(root);
    assertThat(machine.caches()).isEmpty();
    assertThat(machine.unreadable()).noneMatch(path -> path.contains("cache"));
    Warning guess =
        machine.problems().stream()
            .filter(problem -> problem.code() == WarningCode.CACHES_GUESSED)
            .findFirst()
            .orElseThrow();
    assertThat(guess.message()).contains("a guess, L1d 32 KiB and L2 1 MiB");
    assertThat(guess.remedy()).contains("--sizes").doesNotContain("mount");
  }

  @Test
  void aSizeThatIsToldIsNotGuessed() throws IOException {
    write(CPU + "cache/index1/size", "512K");
    assertThat(Machine.read(root).problems())
        .filteredOn(problem -> problem.code() == WarningCode.CACHES_GUESSED)
        .singleElement()
        .matches(problem -> problem.message().contains("a guess, L1d 32 KiB, and"));
  }

  @Test
  void itsPagesAreItsOwn() {
    Machine machine = Machine.read(root);
    assertThat(machine.memory().pageBytes()).isEqualTo(16 << 10);
    assertThat(MachineText.of(machine)).contains("16 KiB").doesNotContain("4 KiB");
  }
}
