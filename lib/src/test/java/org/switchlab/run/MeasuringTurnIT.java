package org.switchlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.os.Footprint;
import org.switchlab.os.QueueFile;
import org.switchlab.os.QueuePlace;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** In queues of its own: those of this host's measurements are not disturbed. */
class MeasuringTurnIT {

  private static final int TURNS = 20;

  @TempDir Path directory;
  private final List<Other> others = new ArrayList<>();
  private QueueFile queue;
  private Path log;

  @BeforeEach
  void readOnlyFile() throws IOException {
    queue = new QueueFile(Files.createFile(directory.resolve("queue")), true);
    Files.setPosixFilePermissions(queue.path(), PosixFilePermissions.fromString("r--r--r--"));
    log = directory.resolve("log");
  }

  @AfterEach
  void endOthers() {
    others.forEach(Other::kill);
  }

  @Test
  void processesNeverMeasureAtOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      other(TURNS).await(""); // it is in or waits, so that they do meet
    }
    for (Other other : others) {
      other.tell("go\n".repeat(TURNS));
    }
    for (Other other : others) {
      assertThat(other.process.waitFor()).isZero();
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).hasSize(3 * TURNS * 2);
    for (int i = 0; i < lines.size(); i += 2) {
      assertThat(lines.get(i)).startsWith("in ");
      assertThat(lines.get(i + 1)).isEqualTo(lines.get(i).replace("in", "out"));
    }
  }

  @Test
  void whoIsKilledWhileMeasuringLetsTheNextGoOn() throws Exception {
    Other first = other(1);
    first.await("in");
    Other second = other(1);
    second.await("waiting for another measurement on this host: place 1,");
    first.kill();
    second.await("in");
  }

  @Test
  void whoIsKilledWhileWaitingLeavesTheQueue() throws Exception {
    Other first = other(1);
    first.await("in");
    Other second = other(1);
    second.await("place 1,");
    try (QueuePlace third = QueuePlace.join(queue.path())) {
      assertThat(third.ahead()).isEqualTo(2);
      second.kill();
      assertThat(third.ahead()).isEqualTo(1);
      first.tell("go\n");
      first.await("out");
      assertThat(third.ahead()).isZero();
    }
  }

  @Test
  void whoComesFirstIsServedFirst() throws Exception {
    QueuePlace first = QueuePlace.join(queue.path());
    QueuePlace second = QueuePlace.join(queue.path());
    QueuePlace third = QueuePlace.join(queue.path());
    assertThat(List.of(first.ahead(), second.ahead(), third.ahead())).containsExactly(0, 1, 2);
    first.close();
    try (QueuePlace fourth = QueuePlace.join(queue.path())) {
      assertThat(List.of(second.ahead(), third.ahead(), fourth.ahead())).containsExactly(0, 1, 2);
      second.close();
      third.close();
      assertThat(fourth.ahead()).isZero();
    }
  }

  @Test
  void threadsOfOneProcessQueueToo() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Thread second;
    try (MeasuringTurn first = MeasuringTurn.await(queue, Progress.Listener.SILENT)) {
      assertThat(first.doubts()).isEmpty();
      second = Thread.ofPlatform().start(() -> take(seen));
      assertThat(seen.take()).isEqualTo("waiting");
      seen.clear();
      second.join(1); // it has had time for mischief
      assertThat(seen).doesNotContain("in");
    }
    second.join();
    assertThat(seen).endsWith("in");
  }

  @Test
  void whoHasTheTurnGetsItAgainAndKeepsItToTheEnd() throws Exception {
    try (MeasuringTurn whole = MeasuringTurn.await(queue, Progress.Listener.SILENT)) {
      try (MeasuringTurn part = MeasuringTurn.await(queue, Progress.Listener.SILENT)) {
        assertThat(part.doubts()).isEqualTo(whole.doubts());
      }
      try (QueuePlace next = QueuePlace.join(queue.path())) {
        assertThat(next.ahead()).isEqualTo(1);
      }
    }
    try (QueuePlace next = QueuePlace.join(queue.path())) {
      assertThat(next.ahead()).isZero();
    }
  }

  @Test
  void anInterruptEndsTheWaitAndLeavesTheQueue() throws Exception {
    try (QueuePlace before = QueuePlace.join(queue.path())) {
      Footprint footprint = Footprint.now();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(
              () -> MeasuringTurn.await(queue, progress -> Thread.currentThread().interrupt()));
      footprint.assertNothingAdded();
      try (QueuePlace next = QueuePlace.join(queue.path())) {
        assertThat(next.ahead()).isEqualTo(1);
      }
      assertThat(before.ahead()).isZero();
    }
  }

  @Test
  void withoutAQueueItGoesOnAndSaysWhy() throws Exception {
    var missing = new QueueFile(directory.resolve("none"), true);
    try (MeasuringTurn turn = MeasuringTurn.await(missing, Progress.Listener.SILENT);
        MeasuringTurn part = MeasuringTurn.await(missing, Progress.Listener.SILENT)) {
      assertThat(turn.doubts()).extracting(Warning::code).containsExactly(WarningCode.NOT_ALONE);
      assertThat(turn.doubts().getFirst().message()).contains("none) failed: ENOENT");
      assertThat(turn.doubts().getFirst().remedy()).isNotEmpty();
      assertThat(part.doubts()).isEqualTo(turn.doubts());
    }
  }

  @Test
  void aQueueBehindAWallIsKeptAndDoubted() throws Exception {
    var walled = new QueueFile(queue.path(), false);
    try (MeasuringTurn turn = MeasuringTurn.await(walled, Progress.Listener.SILENT);
        QueuePlace next = QueuePlace.join(queue.path())) {
      assertThat(turn.doubts()).extracting(Warning::code).containsExactly(WarningCode.NOT_ALONE);
      assertThat(next.ahead()).isEqualTo(1);
    }
  }

  @Test
  void thisHostHasAQueue() throws Exception {
    try (QueuePlace one = QueuePlace.join(QueueFile.ofThisHost().path());
        QueuePlace other = QueuePlace.join(QueueFile.ofThisHost().path())) {
      assertThat(other.ahead()).isGreaterThan(one.ahead());
    }
  }

  private void take(BlockingQueue<String> seen) {
    try (MeasuringTurn turn = MeasuringTurn.await(queue, progress -> seen.add("waiting"))) {
      seen.add("in");
      assertThat(turn.doubts()).isEmpty();
    } catch (InterruptedException e) {
      seen.add("interrupted");
    }
  }

  private Other other(int turns) throws IOException {
    var other = new Other(queue.path().toString(), log.toString(), Integer.toString(turns));
    others.add(other);
    return other;
  }

  /** One that waits in a JVM of its own. */
  private static final class Other {

    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    Other(String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(Waiter.class.getName());
      command.addAll(List.of(arguments));
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      output = process.inputReader();
      input = process.outputWriter();
    }

    void tell(String lines) throws IOException {
      input.write(lines);
      input.flush();
    }

    /** Reads on until a line has {@code words}; the end of its output fails. */
    void await(String words) throws IOException {
      String all = "";
      for (String line = output.readLine(); ; line = output.readLine()) {
        assertThat(line).as("after %s", all).isNotNull();
        all += line + "\n";
        if (line.contains(words)) {
          return;
        }
      }
    }

    void kill() {
      process.destroyForcibly();
      try {
        CompletableFuture<Process> end = process.onExit();
        end.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new AssertionError(e);
      }
    }
  }
}
