package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** System calls of a switch, counted by tracing: exact, so compared exactly. */
class CountSyscallsIT {

  private static final int ROUNDS = 5;

  /** System calls a single round and a pair round, the two sides together. */
  @ParameterizedTest
  @CsvSource({
    "call,                0, 0,",
    "register,            0, 0,",
    "gthread-register,    0, 0,",
    "ucontext,            0, 2, rt_sigprocmask:10",
    "gthread-noalloc,     0, 2, rt_sigprocmask:10",
    "gthread-nomask,      0, 2, rt_sigprocmask:10",
    "gthread,             0, 6, rt_sigprocmask:30",
    "sched-yield-thread,  1, 2, sched_yield:10",
    "sched-yield-process, 1, 2, sched_yield:10",
    "futex-thread,        1, 4, futex:20",
    "futex-process,       1, 4, futex:20",
    "pipe-thread,         2, 4, 'read:10,write:10'",
    "pipe-process,        2, 4, 'read:10,write:10'",
    "eventfd-process,     2, 4, 'read:10,write:10'",
    "socketpair-process,  2, 4, 'read:10,write:10'"
  })
  void theCallsOfARoundAreThoseOfItsFlow(String rung, long single, long pair, String pairCalls)
      throws Exception {
    List<Line> counted = count(rung, ROUNDS);
    assertThat(counted)
        .extracting(line -> line.fields().get("variant"))
        .containsExactly("single", "pair");
    assertThat(counted.get(0).number("count")).isEqualTo(ROUNDS * single);
    assertThat(counted.get(1).number("count")).isEqualTo(ROUNDS * pair);
    assertThat(counted.get(1).fields().get("calls")).isEqualTo(pairCalls);
  }

  /** What each habit of the paper's library costs, in instructions. */
  @Test
  void eachHabitLeftOutSavesInstructions() throws Exception {
    long[] instructions = {
      pairInstructions("gthread"),
      pairInstructions("gthread-nomask"),
      pairInstructions("gthread-noalloc"),
      pairInstructions("gthread-register"),
      pairInstructions("call")
    };
    for (int i = 1; i < instructions.length; i++) {
      assertThat(instructions[i]).isPositive().isLessThan(instructions[i - 1]);
    }
  }

  @Test
  void twiceTheRoundsIsTwiceTheCounts() throws Exception {
    Line once = count("futex-process", 3).get(1);
    Line twice = count("futex-process", 6).get(1);
    assertThat(twice.number("count")).isEqualTo(2 * once.number("count"));
    assertThat(twice.number("userInstructions")).isEqualTo(2 * once.number("userInstructions"));
  }

  private static long pairInstructions(String rung) throws Exception {
    return count(rung, 1).get(1).number("userInstructions");
  }

  private static List<Line> count(String rung, int rounds) throws Exception {
    try (var runner = StartedRunner.start("count-syscalls " + rung + " --rounds " + rounds)) {
      List<Line> lines = runner.lines();
      String errors = runner.errors();
      assumeFalse(errors.contains("ptrace("), errors);
      assertThat(errors).isEmpty();
      assertThat(runner.exitCode()).isZero();
      assertThat(lines.getLast().text()).isEqualTo("done count=2");
      return lines.stream().filter(line -> "syscalls".equals(line.keyword())).toList();
    }
  }

  /** Who is traced already cannot be traced. */
  @Test
  void whereTracingIsRefusedItNamesCallErrnoAndRepair() throws Exception {
    Path strace = Tools.require("strace", "strace");
    List<String> command = new ArrayList<>(List.of(strace.toString(), "-f", "-o", "/dev/null"));
    command.addAll(
        StartedRunner.command(NativeBuild.runner(), "count-syscalls gthread --rounds 1"));
    try (var runner = StartedRunner.startCommand(command)) {
      runner.lines();
      assertThat(runner.errors())
          .contains("ptrace(PTRACE_TRACEME) failed: Operation not permitted (errno 1)")
          .contains("kernel.yama.ptrace_scope");
      assertThat(runner.exitCode()).isEqualTo(1);
    }
  }
}
