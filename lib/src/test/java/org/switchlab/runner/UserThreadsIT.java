package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The user-level thread library and its switch of registers. The sources under src/test/c say what
 * is checked: order, mutex, 10 000 threads, preemption, and each register by its value.
 */
class UserThreadsIT {

  @ParameterizedTest
  @ValueSource(strings = {"gthread_test", "gthread_registers_test", "registers_test"})
  void holdsOnThisMachine(String test) throws Exception {
    assertHolds(List.of(NativeBuild.test(test).toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gthread_registers_test", "registers_test"})
  void holdsOnAarch64UnderEmulation(String test) throws Exception {
    assertHolds(List.of(emulator().toString(), crossBuilt(test).toString()));
  }

  private static void assertHolds(List<String> command) throws Exception {
    try (var test = StartedRunner.startCommand(command)) {
      List<String> lines = test.lines().stream().map(Line::text).toList();
      assertThat(lines).as(() -> test.errors()).isNotEmpty();
      assertThat(lines.getLast()).matches("(checks|held)=[1-9]\\d* failures=0");
      assertThat(test.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gthread_test", "gthread_registers_test"})
  void aStackThatOverflowsEndsTheProcessWithItsThreadItsSizeAndTheRemedy(String test)
      throws Exception {
    assertOverflowIsReported(List.of(NativeBuild.test(test).toString(), "overflow"));
  }

  @Test
  void soItDoesOnAarch64() throws Exception {
    String test = crossBuilt("gthread_registers_test").toString();
    assertOverflowIsReported(List.of(emulator().toString(), test, "overflow"));
  }

  private static void assertOverflowIsReported(List<String> command) throws Exception {
    try (var test = StartedRunner.startCommand(command)) {
      assertThat(test.lines()).isEmpty();
      assertThat(test.errors())
          .contains("user-level thread 2 overflowed its stack of 32768 bytes")
          .contains("--stack-bytes");
      assertThat(test.exitCode()).isEqualTo(1);
    }
  }

  private static Path emulator() {
    return Tools.require("qemu-aarch64-static", "qemu-user-static");
  }

  private static Path crossBuilt(String test) {
    Path built = NativeBuild.test(test + "-aarch64");
    assumeTrue(
        Files.isExecutable(built),
        "%s was not built (Debian: gcc-aarch64-linux-gnu)".formatted(built.getFileName()));
    return built;
  }
}
