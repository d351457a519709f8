package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching packages, with scripts in the place of apt and dpkg. */
class AptPackagesTest {

  @TempDir Path folder;
  private Path tools;
  private AptPackages apt;

  @BeforeEach
  void prepare() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    apt = new AptPackages(folder.resolve("cache"), tools);
  }

  @Test
  void onlyPackagesThatAreNewHereAreMissing() throws Exception {
    tool(
        "apt-get",
        """
        echo 'Inst libfdt1 (1.6.1-4 Debian:12 [amd64])'
        echo 'Inst libc6 [2.36-9] (2.36-10 Debian:12 [amd64])'
        echo 'Inst qemu-system-x86 (1:7.2 Debian:12 [amd64])'
        """);
    assertThat(apt.missingFor("qemu-system-x86")).containsExactly("libfdt1", "qemu-system-x86");
  }

  @Test
  void aKernelIsTheOneThatTheMetapackageStandsFor() throws Exception {
    tool(
        "apt-cache",
        """
        for name; do :; done
        [ "$name" = second ] && printf 'second\\n  Depends: linux-image-6.1.0-9-cloud-amd64\\n'
        """);
    tool("apt-get", "exit 0");
    assertThat(apt.kernelImage(List.of("first", "second")))
        .hasValue("linux-image-6.1.0-9-cloud-amd64");
  }

  @Test
  void aDownloadThatIsCutOffLeavesNothingAndIsTakenUpAgain() throws Exception {
    Path target = folder.resolve("kernel");
    tool("apt-get", "echo whole > one_1_amd64.deb; echo 'network is down'; exit 100");
    assertThatThrownBy(() -> apt.unpack(List.of("one", "two"), target))
        .isInstanceOf(NoEmulatorException.class)
        .hasMessageContaining("network is down");
    assertThat(target).doesNotExist();

    tool("apt-get", "test -e one_1_amd64.deb && echo whole > two_1_amd64.deb");
    tool("dpkg-deb", "cp \"$2\" \"$3\"");
    apt.unpack(List.of("one", "two"), target);
    assertThat(target.resolve("one_1_amd64.deb")).exists();
    assertThat(target.resolve("two_1_amd64.deb")).exists();
  }

  @Test
  void anArchiveThatCannotBeUnpackedLeavesNothing() throws Exception {
    Path target = folder.resolve("kernel");
    tool("apt-get", "echo half > one_1_amd64.deb");
    tool("dpkg-deb", "touch \"$3/half\"; echo 'unexpected end of file'; exit 2");
    assertThatThrownBy(() -> apt.unpack(List.of("one"), target))
        .hasMessageContaining("unexpected end of file");
    assertThat(target).doesNotExist();
  }

  private void tool(String name, String script) throws IOException {
    Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
