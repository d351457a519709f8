package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemTreeTest {

  @TempDir Path root;

  @Test
  void numbersUnderProcSysAreReadWhole() {
    SystemTree live = new SystemTree(Path.of("/"));
    Long highest = live.number("proc/sys/kernel/pid_max");
    assumeTrue(highest != null, "needs Linux with /proc/sys");
    // At least 301 on every kernel (include/linux/threads.h); its first digit alone is below 10.
    assertThat(highest).isGreaterThan(300);
  }

  @Test
  void emptyIsAbsent() throws IOException {
    Files.writeString(root.resolve("isolated"), "\n");
    assertThat(new SystemTree(root).text("isolated")).isNull();
    assertThat(new SystemTree(root).exists("isolated")).isTrue();
  }

  @Test
  void prefixesAreFoundWithoutTheRest() throws IOException {
    Files.writeString(root.resolve("status"), "CapInh:\t1\nCapEff:\t 2 \nCapEff:\t3\n");
    assertThat(new SystemTree(root).afterPrefix("status", "CapEff:")).isEqualTo("2");
    assertThat(new SystemTree(root).afterPrefix("status", "CapBnd:")).isNull();
  }

  @Test
  void thisMachineReadsTwiceTheSame() {
    Machine first = Machine.read();
    Machine second = Machine.read();
    assertThat(first.identity()).isEqualTo(second.identity());
    assertThat(first.headline()).isEqualTo(second.headline());
    assertThat(first.topology()).isEqualTo(second.topology());
  }
}
