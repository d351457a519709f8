package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Whatever is missing or wrong in the files, there is a report; it has gaps, not inventions. */
class DamagedTreeTest {

  private static final List<String> GARBAGE =
      List.of(
          "",
          "\0\0\u00ff\u00fe",
          "-1",
          "0",
          "99999999999999999999999",
          "NaN max : [ ] -,, 3-1",
          "processor:\n\n\n:\nCPU implementer: \n",
          "0::/../..\n1:cpu:\n::::\nx");

  @TempDir Path temp;

  @Test
  void hiddenProcGivesGaps() {
    Machine machine = Machine.read(temp);
    assertThat(machine.cpuModel()).isEqualTo("unknown CPU");
    assertThat(machine.allowedCpus()).isEmpty();
    assertThat(machine.measuringCpu()).isEmpty();
    assertThat(machine.cacheBytes(1)).isEmpty();
    assertThat(machine.rights().fifo()).isNull();
    assertThat(machine.rights().hardwareCounters()).isNull();
    assertThat(machine.virtualization()).isEqualTo(new Virtualization(null, null, null, null));
    assertThat(machine.problems())
        .extracting(Warning::code)
        .containsExactly(WarningCode.CACHES_GUESSED, WarningCode.UNREADABLE);
    assertThat(machine.problems().getLast().message())
        .contains("/proc/cpuinfo", "/proc/self/status");
  }

  @ParameterizedTest
  @ValueSource(strings = {Fixtures.ARM, Fixtures.CONTAINER})
  void garbageInAnyFileIsNoException(String name) throws IOException {
    Path tree = copy(Fixtures.folder(name));
    int next = 0;
    for (Path file : files(tree)) {
      byte[] good = Files.readAllBytes(file);
      for (int i = 0; i < 2; i++) {
        // Two kinds a file, in turn: with the other fixture and its many alike files all are tried.
        String garbage = GARBAGE.get(next++ % GARBAGE.size());
        Files.write(file, garbage.getBytes(StandardCharsets.ISO_8859_1));
        assertReports(tree);
      }
      Files.delete(file);
      assertReports(tree);
      Files.write(file, good);
    }
    assertThat(Machine.read(tree)).isEqualTo(Fixtures.machine(name));
  }

  @Test
  void garbageEverywhereIsNoException() throws IOException {
    Path tree = copy(Fixtures.folder(Fixtures.RYZEN));
    for (String garbage : GARBAGE) {
      for (Path file : files(tree)) {
        Files.write(file, garbage.getBytes(StandardCharsets.ISO_8859_1));
      }
      Machine machine = assertReports(tree);
      assertThat(machine.caches()).isEmpty();
      assertThat(machine.tlbs()).isEmpty();
    }
  }

  @Test
  void refusedFileIsAGap() throws IOException {
    Path tree = copy(Fixtures.folder(Fixtures.ARM));
    Path status = tree.resolve("proc/self/status");
    Files.delete(status);
    // A folder in its place cannot be read by anyone, root included.
    Files.createDirectory(status);
    Machine machine = Machine.read(tree);
    assertThat(machine.unreadable()).containsExactly("/proc/self/status");
    assertThat(machine.rights().capabilities()).isNull();
    assertThat(machine.measuringCpu()).hasValue(3);
  }

  private static Machine assertReports(Path tree) {
    Machine machine = Machine.read(tree);
    assertThat(machine.headline()).isNotEmpty();
    assertThat(machine.identity()).hasSize(16);
    assertThat(machine.problems()).isNotNull();
    assertThat(machine.caches()).allSatisfy(c -> assertThat(c.sizeBytes()).isPositive());
    return machine;
  }

  private Path copy(Path source) throws IOException {
    Path target = temp.resolve("tree");
    try (Stream<Path> all = Files.walk(source)) {
      for (Path from : all.toList()) {
        Path to = target.resolve(source.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to);
        }
      }
    }
    return target;
  }

  private static List<Path> files(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
