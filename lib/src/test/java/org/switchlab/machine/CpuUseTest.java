package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do beside a run, by the kernel's own ticks. */
class CpuUseTest {

  private static final CpuUse START = new CpuUse(100, 1000, 2000);

  @TempDir Path root;

  @Test
  void ticksAreReadFromTheKernelsFiles() throws IOException {
    CpuUse use =
        read(
            "cpu  10 1 5 700 30 2 3 4 9 0\ncpu0 1 1 1 1 1 1 1 1 1 1\n",
            "7 (a b) c) S 1 7 7 0 -1 4194304 5 6 7 8 11 12 13 14 20 0 1 0\n");
    assertThat(use).isEqualTo(new CpuUse(11 + 12 + 13 + 14, 10 + 1 + 5 + 2 + 3 + 4, 755));
  }

  @Test
  void whatTheKernelDoesNotTellIsNotKnown() throws IOException {
    assertThat(read("intr 5\n", "7 (x) S 1\n")).isNull();
    assertThat(read("cpu 1 1 1 1 1 1 1 1\n", "")).isNull();
  }

  @Test
  void thisMachineTells() {
    CpuUse use = CpuUse.now();
    assertThat(use).isNotNull();
    assertThat(use.allTicks()).isGreaterThanOrEqualTo(use.busyTicks());
    assertThat(use.busyTicks()).isPositive();
  }

  @Test
  void theShareIsOfTheTimeLeftToOthers() {
    // Of 1 000 ticks this run used 450 and left 550; others worked in 440 of them.
    assertThat(after(450, 890, 1000)).isCloseTo(0.8, within(1e-9));
  }

  @Test
  void littleWorkOfOthersIsNone() {
    // One CPU, which a run fills: others had all of the rest, and that is little.
    assertThat(after(900, 1000, 1000)).isZero();
  }

  @Test
  void noShareIsToldOfAMoment() {
    assertThat(new CpuUse(100, 1040, 2040).othersShareSince(START)).isEmpty();
  }

  private static double after(long own, long busy, long all) {
    return new CpuUse(100 + own, 1000 + busy, 2000 + all).othersShareSince(START).orElseThrow();
  }

  private @Nullable CpuUse read(String stat, String self) throws IOException {
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("proc/stat"), stat);
    Files.writeString(root.resolve("proc/self/stat"), self);
    return CpuUse.read(new SystemTree(root));
  }
}
