package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.emulator.SavedMachine.Initramfs;

/** The archive is one that cpio itself unpacks. */
class InitramfsTest {

  @TempDir Path folder;

  @Test
  void cpioFindsAnExecutableInit() throws Exception {
    int cpio = new ProcessBuilder("sh", "-c", "command -v cpio").start().waitFor();
    assumeTrue(cpio == 0, "no cpio here (Debian: cpio)");
    byte[] content = "not a multiple of four".getBytes(UTF_8);
    Path archive = Files.write(folder.resolve("archive"), Initramfs.with(content));
    var command = List.of("cpio", "-i", "--quiet", "-F", archive.toString());
    Host.End end = Host.run(folder, Duration.ofSeconds(20), command);
    assertThat(end).isEqualTo(new Host.End(true, ""));
    assertThat(folder.resolve("init")).hasBinaryContent(content).isExecutable();
  }

  @Test
  void theSameRunnerGivesTheSameBytes() {
    assertThat(Initramfs.with(new byte[] {1, 2, 3}))
        .isEqualTo(Initramfs.with(new byte[] {1, 2, 3}));
  }
}
