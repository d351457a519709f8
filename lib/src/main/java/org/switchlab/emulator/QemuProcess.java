package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.NativeException;
import org.switchlab.run.RunnerException;
import org.switchlab.run.RunnerImage;
import org.switchlab.run.StandardPipes;

/**
 * One QEMU at work, in a process group of its own, which ends with this JVM whatever becomes of it.
 * {@link #close} leaves nothing running.
 */
final class QemuProcess implements AutoCloseable {

  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final StandardPipes pipes;
  private final ChildProcess child;
  private final LineReader stdout;
  private final LineReader stderr;

  private QemuProcess(StandardPipes pipes, ChildProcess child) {
    this.pipes = pipes;
    this.child = child;
    stdout = new LineReader(pipes.stdout().reader());
    stderr = new LineReader(pipes.stderr().reader());
  }

  /** Starts it, tied to this JVM's life by the runner. */
  static QemuProcess start(Qemu qemu, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("tether"));
    arguments.addAll(qemu.command());
    arguments.addAll(options);
    try {
      Path runner = RunnerImage.executable();
      StandardPipes pipes = StandardPipes.open();
      return new QemuProcess(pipes, pipes.start(runner, arguments));
    } catch (RunnerException | NativeException e) {
      throw new EmulatorException("QEMU could not be started: " + e.getMessage(), e);
    }
  }

  /** Its process id. */
  int pid() {
    return child.pid();
  }

  LineReader stdout() {
    return stdout;
  }

  LineReader stderr() {
    return stderr;
  }

  /** Writes one line to its stdin. */
  void send(String line) throws InterruptedException {
    try {
      pipes.stdin().writer().write((line + "\n").getBytes(UTF_8), MOMENT);
    } catch (TimeoutException | NativeException e) {
      throw new EmulatorException("QEMU does not take commands: " + e.getMessage(), e);
    }
  }

  /** What else it complained about until it ended, for {@code limit} at most. */
  String lastWords(Duration limit) throws InterruptedException {
    List<String> words = new ArrayList<>();
    try {
      String line = stderr.next(limit);
      while (line != null) {
        words.add(line);
        line = stderr.next(limit);
      }
    } catch (TimeoutException e) {
      // It lives on, or said half a line: what came before will have to do.
    }
    return String.join("; ", words);
  }

  /** How it ended; null if it still runs after {@code limit}. */
  @Nullable ExitStatus ended(Duration limit) throws InterruptedException {
    try {
      return child.waitFor(limit);
    } catch (TimeoutException e) {
      return null;
    }
  }

  @Override
  public void close() {
    child.close();
    pipes.close();
  }
}
