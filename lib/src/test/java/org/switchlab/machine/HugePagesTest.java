package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.report.MachineText;

/** A kernel without huge pages, one with, and one that shows nothing of the kind. */
class HugePagesTest {

  @TempDir private Path root;

  private Memory memory() {
    return Memory.read(new SystemTree(root));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aFolderWithoutThemIsAKernelWithoutThem() throws IOException {
    write("sys/kernel/mm/ksm/run", "0\n");
    assertThat(memory().transparentHugePages()).isEqualTo("not built in");
    assertThat(HugePages.problem(memory()).orElseThrow().remedy())
        .contains("CONFIG_TRANSPARENT_HUGEPAGE");
    assertThat(MachineText.of(Machine.read(root))).contains("gives no huge pages");
  }

  @Test
  void switchedOffIsAnotherCaseWithAnotherRemedy() throws IOException {
    write("sys/kernel/mm/transparent_hugepage/enabled", "always madvise [never]\n");
    assertThat(HugePages.problem(memory()).orElseThrow().remedy()).contains("echo madvise");
  }

  @Test
  void unknownIsNotNone() throws IOException {
    assertThat(HugePages.problem(memory())).isEmpty();
    write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
    assertThat(HugePages.problem(memory())).isEmpty();
  }
}
