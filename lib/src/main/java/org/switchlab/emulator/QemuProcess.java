package org.switchlab.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.FileDescriptor;
import org.switchlab.os.NativeException;
import org.switchlab.run.LineBuffer;
import org.switchlab.run.MalformedLineException;
import org.switchlab.run.RunnerException;
import org.switchlab.run.RunnerImage;
import org.switchlab.run.StandardPipes;

/**
 * One QEMU at work, in a process group of its own, which ends with this JVM whatever becomes of it.
 * {@link #close} leaves nothing running.
 */
final class QemuProcess implements AutoCloseable {

  private static final Duration MOMENT = Duration.ofSeconds(5);
  private static final String PANIC = "Kernel panic";

  private final Preparation.Parts parts;
  private final StandardPipes pipes;
  private final ChildProcess child;
  final Lines stdout;
  final Lines stderr;

  private QemuProcess(Preparation.Parts parts, StandardPipes pipes, ChildProcess child) {
    this.parts = parts;
    this.pipes = pipes;
    this.child = child;
    stdout = new Lines(pipes.stdout().reader());
    stderr = new Lines(pipes.stderr().reader());
  }

  /** Starts it, tied to this JVM's life by the runner. */
  static QemuProcess start(Preparation.Parts parts, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("tether"));
    arguments.addAll(parts.qemu().command());
    arguments.addAll(options);
    try {
      Path runner = RunnerImage.executable();
      StandardPipes pipes = StandardPipes.open();
      return new QemuProcess(parts, pipes, pipes.start(runner, arguments));
    } catch (RunnerException | NativeException e) {
      throw new EmulatorException("QEMU could not be started: " + e.getMessage(), e);
    }
  }

  int pid() {
    return child.pid();
  }

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

  /** Waits for its end, {@code limit} at most. */
  void awaitEnd(Duration limit) throws InterruptedException {
    try {
      var ignored = child.waitFor(limit);
    } catch (TimeoutException e) {
      // Closing ends it.
    }
  }

  /** Why it ended early, from its stderr and the guest's console, which is in {@code folder}. */
  EmulatorException failure(String said, Path folder) {
    Optional<String> panic = panic(folder.resolve("console"));
    if (panic.isPresent()) {
      return new EmulatorException(
          "the emulated machine's kernel, %s, panicked: %s; try another with SWITCHLAB_KERNEL"
              .formatted(parts.kernel(), panic.get()));
    }
    String version = parts.qemu().version();
    if (said.contains("plugin")) {
      return parts.qemu().refused(said);
    }
    return new EmulatorException(
        "QEMU %s ended before the work was done; it said: %s"
            .formatted(version, said.isEmpty() ? "nothing" : said));
  }

  private static Optional<String> panic(Path console) {
    try {
      return Files.readString(console, UTF_8)
          .lines()
          .filter(line -> line.contains(PANIC))
          .map(line -> line.substring(line.indexOf(PANIC)))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // never written: QEMU did not come that far
    }
  }

  @Override
  public void close() {
    child.close();
    pipes.close();
  }

  /** Lines from a descriptor, with a limit for each; obeys interrupts. */
  static final class Lines {

    private final FileDescriptor source;
    private final LineBuffer lines = new LineBuffer();
    private final byte[] chunk = new byte[4096];

    private Lines(FileDescriptor source) {
      this.source = source;
    }

    /** The next line, if it comes within {@code limit}; null at the end. */
    @Nullable String next(Duration limit) throws InterruptedException, TimeoutException {
      long deadlineNs = System.nanoTime() + limit.toNanos();
      String line = lines.next();
      while (line == null) {
        int count = source.read(chunk, Duration.ofNanos(deadlineNs - System.nanoTime()));
        if (count < 0) {
          return null;
        }
        try {
          lines.append(chunk, count);
        } catch (MalformedLineException e) {
          throw new EmulatorException("the emulated machine wrote nonsense: " + e.getMessage(), e);
        }
        line = lines.next();
      }
      return line;
    }
  }
}
