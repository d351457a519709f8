package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The paper's Algorithm 1: what a walk touches, and what machine code it is. */
class WalkIT {

  /** src/test/c/walk_test.c says which sizes and strides. */
  @Test
  void aWalkIncrementsEveryElementExactlyOnce() throws Exception {
    try (var test = StartedRunner.startCommand(List.of(NativeBuild.test("walk_test").toString()))) {
      List<String> lines = test.lines().stream().map(Line::text).toList();
      assertThat(lines.getLast()).matches("cases=[1-9]\\d\\d failures=0");
      assertThat(test.exitCode()).isZero();
    }
  }

  /** What walk.c promises: one double at a time, no call. */
  @Test
  void theWalkIsScalarAndCallsNothing() throws Exception {
    Tools.require("objdump", "binutils");
    List<String> command =
        List.of("objdump", "-d", "--no-show-raw-insn", NativeBuild.runner().toString());
    try (var objdump = StartedRunner.startCommand(command)) {
      String walk =
          String.join("\n", objdump.lines().stream().map(Line::text).toList())
              .replaceFirst("(?s).*<array_walk>:", "")
              .replaceFirst("(?s)\n\n.*", "");
      assertThat(walk)
          .containsPattern("\\bv?addsd\\b|\\bfadd\\s+d\\d")
          .doesNotContainPattern("addpd|fadd\\s+v\\d|\\bcall|\\bbl\\s");
    }
  }
}
