package org.switchlab.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Run by hand: under the tools engineers use, and by a user without any right. */
class BareHandsIT {

  private static final String RUN =
      "pipe-pair --array-bytes 4096 --stride-bytes 8 --seed 1 --couples 2 --rounds 5";

  /** Undefined values are left out: in a static executable memcheck reports libc's own start-up. */
  @Test
  void runsUnderValgrindWithoutAnError() throws Exception {
    Tools.require("valgrind", "valgrind");
    List<String> command =
        new ArrayList<>(List.of("valgrind", "--error-exitcode=99", "--undef-value-errors=no"));
    command.addAll(StartedRunner.command(NativeBuild.runner(), RUN));
    assertMeasures(command);
  }

  @Test
  void runsUnderStrace() throws Exception {
    Tools.require("strace", "strace");
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-e", "trace=none"));
    command.addAll(StartedRunner.command(NativeBuild.runner(), RUN));
    assertMeasures(command);
  }

  @Test
  void runsAsAnUnprivilegedUser() throws Exception {
    Path runner = copyForEveryone();
    try {
      assertMeasures(unprivileged(runner, RUN));
    } finally {
      Files.delete(runner);
    }
  }

  @Test
  void aRefusedFifoNamesTheRepair() throws Exception {
    Path runner = copyForEveryone();
    try (var process = StartedRunner.startCommand(unprivileged(runner, RUN + " --fifo 5"))) {
      process.lines();
      assertThat(process.errors())
          .contains("sched_setscheduler(SCHED_FIFO, 5) failed: Operation not permitted (errno 1)")
          .contains("CAP_SYS_NICE");
      assertThat(process.exitCode()).isEqualTo(1);
    } finally {
      Files.delete(runner);
    }
  }

  private static void assertMeasures(List<String> command) throws InterruptedException {
    try (var process = StartedRunner.startCommand(command)) {
      assertThat(process.lines())
          .extracting(Line::keyword)
          .containsExactly("hello", "peer", "ready", "batch", "batch", "batch", "batch", "done");
      assertThat(process.exitCode()).as(process.errors()).isZero();
    }
  }

  /** As nobody, without groups and capabilities; an ordinary user is only kept from raising his. */
  private static List<String> unprivileged(Path runner, String arguments) {
    Tools.require("setpriv", "util-linux");
    List<String> command = new ArrayList<>(List.of("setpriv", "--no-new-privs"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    command.addAll(List.of("--inh-caps=-all", "prlimit", "--rtprio=0:0"));
    command.addAll(StartedRunner.command(runner, arguments));
    return command;
  }

  /** The build's folder may be closed to other users. */
  private static Path copyForEveryone() throws Exception {
    Path copy = Files.createTempFile("switchlab-runner", "");
    Files.write(copy, Files.readAllBytes(NativeBuild.runner()));
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    return copy;
  }
}
