package org.switchlab.os;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpawnIT {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Path SHELL = Path.of("/bin/sh");

  private Footprint before;
  private Pipe in;
  private Pipe out;

  @BeforeEach
  void openPipes() throws IOException {
    before = Footprint.now();
    in = Pipe.open();
    out = Pipe.open();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    in.close();
    out.close();
    before.assertNothingAdded();
  }

  private ChildProcess shell(String script) {
    return start(SHELL, List.of("-c", script));
  }

  private ChildProcess start(Path executable, List<String> arguments) {
    return new Spawn(executable, arguments, in.reader(), out.writer(), out.writer()).start();
  }

  private String outputOf(String script) throws Exception {
    try (var child = shell(script)) {
      out.writer().close();
      var text = new StringBuilder();
      byte[] buffer = new byte[4096];
      int count;
      while ((count = out.reader().read(buffer, LONG)) > 0) {
        text.append(new String(buffer, 0, count, UTF_8));
      }
      child.waitFor(LONG);
      return text.toString().strip();
    }
  }

  @Test
  void exitCodeAndUsageComeBack() throws Exception {
    try (var child = shell("exit 7")) {
      ExitStatus exit = child.waitFor(LONG);
      assertThat(exit.code()).hasValue(7);
      assertThat(exit.usage().minorFaults()).isPositive();
    }
  }

  @Test
  void theFatalSignalComesBack() throws Exception {
    try (var child = shell("kill -SEGV $$")) {
      assertThat(child.waitFor(LONG).signal()).isEqualTo(Signal.SIGSEGV);
    }
  }

  @Test
  void argumentsArriveUnchanged() throws Exception {
    try (var child = start(Path.of("/bin/echo"), List.of("a  b", "", "µs"))) {
      child.waitFor(LONG);
      byte[] buffer = new byte[64];
      int count = out.reader().read(buffer, LONG);
      assertThat(new String(buffer, 0, count, UTF_8)).isEqualTo("a  b  µs\n");
    }
  }

  @Test
  void theChildHasThreeDescriptorsAndNoMore() throws Exception {
    // ls opens the directory it lists: that is the fourth.
    assertThat(outputOf("exec ls /proc/self/fd").split("\\s+")).containsExactly("0", "1", "2", "3");
  }

  @Test
  void theChildLeadsAGroupAndHasNeutralSignals() throws Exception {
    String[] status =
        outputOf("ps -o pid=,pgid= -p $$; grep -E 'Sig(Blk|Ign)' /proc/$$/status").split("\\s+");
    assertThat(status[0]).isEqualTo(status[1]);
    assertThat(status).contains("SigBlk:", "0000000000000000");
    assertThat(Long.parseLong(status[status.length - 1], 16)).as("ignored").isZero();
  }

  @Test
  void theChildDoesNotInheritTheCallersPin() throws Exception {
    List<Integer> allowed = Affinity.allowed(ProcessHandle.current().pid());
    try (var _ = Affinity.pin(allowed.getFirst());
        var child = shell("read line")) {
      assertThat(Affinity.allowed()).containsExactly(allowed.getFirst());
      assertThat(Affinity.allowed(child.pid())).isEqualTo(allowed);
    }
  }

  @Test
  void closeKillsTheWholeGroup() throws Exception {
    long grandchild;
    try (var child = shell("sleep 1000 & echo $!; wait")) {
      byte[] buffer = new byte[64];
      int count = out.reader().read(buffer, LONG);
      grandchild = Long.parseLong(new String(buffer, 0, count, UTF_8).strip());
      assertThat(child.poll()).isEmpty();
    }
    Footprint.awaitDead(grandchild);
  }

  @Test
  void aGroupDoesNotOutliveItsLeader() throws Exception {
    try (var child = shell("sleep 1000 >/dev/null 2>&1 & echo $!")) {
      byte[] buffer = new byte[64];
      int count = out.reader().read(buffer, LONG);
      child.waitFor(LONG);
      Footprint.awaitDead(Long.parseLong(new String(buffer, 0, count, UTF_8).strip()));
    }
  }

  @Test
  void waitingForALivingChildTimesOut() {
    try (var child = shell("read line")) {
      assertThatThrownBy(() -> child.waitFor(Duration.ofMillis(30)))
          .isInstanceOf(TimeoutException.class)
          .hasMessageContaining("process " + child.pid());
    }
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> start(Path.of("/no/such/program"), List.of()))
        .isInstanceOf(NativeException.class)
        .hasMessageContaining("posix_spawn(/no/such/program) failed: ENOENT");
  }

  @Test
  void aFileThatIsNoProgramIsNamed(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("text"), "no program");
    assertThatThrownBy(() -> start(file, List.of()))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageContaining("chmod u+x");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> start(file, List.of())).hasMessageContaining("ENOEXEC");
  }
}
