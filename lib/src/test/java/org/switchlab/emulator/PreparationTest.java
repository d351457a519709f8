package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.emulator.Preparation.Parts;
import org.switchlab.run.Progress;

/** What is found, and what is said where nothing is; nothing here asks the network. */
class PreparationTest {

  @TempDir Path folder;

  @Test
  void withoutQemuAndAptItSaysWhatToType() {
    assertThatThrownBy(() -> prepare(Map.of("PATH", "/nowhere")))
        .isInstanceOf(NoEmulatorException.class)
        .hasMessageContaining("sudo dnf install qemu-system-x86-core");
  }

  @Test
  void partsThatAreThereAreTakenAndTheirVersionsNoted() throws Exception {
    Path qemu = qemu("echo 'QEMU emulator version 8.2.1 (Debian)'");
    Path kernel = kernel(1);
    Parts parts = prepare(environment(qemu, kernel));
    assertThat(parts.qemu().version()).isEqualTo("8.2.1");
    assertThat(parts.kernel()).isEqualTo(kernel);
    assertThat(folder.resolve("versions.txt")).content().contains("qemu 8.2.1", "kernel " + kernel);
  }

  @Test
  void aQemuThatDoesNotStartIsTold() throws Exception {
    Path qemu = qemu("echo 'libfdt.so.1: cannot open shared object file'; exit 127");
    assertThatThrownBy(() -> prepare(environment(qemu, kernel(1))))
        .hasMessageContaining("does not start: libfdt.so.1: cannot open");
  }

  @Test
  void aKernelOfAnotherArchitectureIsRefused() throws Exception {
    Path qemu = qemu("echo 'QEMU emulator version 8.2.1'");
    Path kernel = kernel(0);
    assertThatThrownBy(() -> prepare(environment(qemu, kernel)))
        .isInstanceOf(NoEmulatorException.class)
        .hasMessageContaining(kernel + " is no Linux kernel for x86-64");
  }

  /** As QEMU 11 refuses it, and one that was built without plugins. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could not load plugin x.so: plugin: x.so requires API version 2, but this QEMU supports"
            + " only a minimum version of 6",
        "qemu-system-x86_64: -plugin x.so: invalid option"
      })
  void aQemuThatDoesNotTakeThePluginIsPassedOver(String refusal) throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path newer = qemu(other, refusing("11.0.0", refusal));
    Path kernel = kernel(1);
    List<String> told = new ArrayList<>();
    assertThatThrownBy(() -> prepare(environment(newer, kernel), told))
        .isInstanceOf(NoEmulatorException.class)
        .hasMessageContaining("QEMU 11.0.0 does not take the plugin")
        .hasMessageContaining(refusal);
    Path older = qemu("echo 'QEMU emulator version 8.2.1'");
    Map<String, String> both = new HashMap<>(environment(newer, kernel));
    both.merge("PATH", older.getParent().toString(), (first, second) -> first + ":" + second);
    assertThat(prepare(both, told).qemu().version()).isEqualTo("8.2.1");
    assertThat(told.getLast())
        .isEqualTo(
            "QEMU 11.0.0, %s, does not take the plugin: looking for another".formatted(newer));
  }

  private static String refusing(String version, String refusal) {
    return """
    case "$*" in
      *--version*) echo 'QEMU emulator version %s' ;;
      *-plugin*) echo '%s' >&2; exit 1 ;;
    esac
    """
        .formatted(version, refusal);
  }

  private Parts prepare(Map<String, String> environment) throws Exception {
    return prepare(environment, new ArrayList<>());
  }

  private Parts prepare(Map<String, String> environment, List<String> told) throws Exception {
    var plugin = new Plugin(Path.of("vpmu.so"), Presets.paper(), CacheModel.ALL);
    Progress.Listener listener = progress -> told.add(progress.step());
    return new Preparation(folder, environment, listener, null, plugin).parts();
  }

  private static Map<String, String> environment(Path qemu, Path kernel) {
    return Map.of("PATH", qemu.getParent().toString(), "SWITCHLAB_KERNEL", kernel.toString());
  }

  private Path qemu(String script) throws IOException {
    return qemu(folder, script);
  }

  private static Path qemu(Path folder, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(Qemu.NAME), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  /** The fields of the boot protocol that say what a kernel is for. */
  private Path kernel(int loadFlags) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0x202, new byte[] {'H', 'd', 'r', 'S'}).putShort(0x236, (short) loadFlags);
    return Files.write(folder.resolve("vmlinuz"), header.array());
  }
}
