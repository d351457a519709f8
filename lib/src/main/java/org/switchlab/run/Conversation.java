package org.switchlab.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ChildProcess;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.FileDescriptor;
import org.switchlab.os.Spawn;

/**
 * A child and the lines to and from it, listening to its stderr meanwhile so that it never blocks
 * on it. {@link #close} leaves no process, no zombie and no descriptor.
 */
final class Conversation implements AutoCloseable {

  private static final Duration ALREADY_THERE = Duration.ZERO;

  private final StandardPipes pipes;
  private final ChildProcess child;
  private final FileDescriptor stdout;
  private final FileDescriptor stderr;
  private final LineBuffer lines = new LineBuffer();
  private final Tail complaints = new Tail();
  private final byte[] chunk = new byte[8192];
  private boolean stderrOpen = true;

  private Conversation(StandardPipes pipes, ChildProcess child) {
    this.pipes = pipes;
    this.child = child;
    stdout = pipes.stdout().reader();
    stderr = pipes.stderr().reader();
  }

  /** Starts {@code executable} in some way. */
  static Conversation start(
      Path executable, List<String> arguments, Function<Spawn, ChildProcess> starting) {
    StandardPipes pipes = StandardPipes.open();
    return new Conversation(pipes, pipes.start(executable, arguments, starting));
  }

  ChildProcess child() {
    return child;
  }

  /** Sends one line; EPIPE if nobody will ever take it. */
  void send(String line, Duration limit) throws InterruptedException, TimeoutException {
    pipes.stdin().writer().write((line + "\n").getBytes(US_ASCII), limit);
  }

  /** Sends nothing more: what the child reads ends. */
  void hangUp() {
    pipes.stdin().writer().close();
  }

  /** The next line; null at the end of the output. */
  @Nullable String next(Duration limit)
      throws InterruptedException, TimeoutException, MalformedLineException {
    long deadlineNs = System.nanoTime() + limit.toNanos();
    String line = lines.next();
    while (line == null) {
      long leftNs = deadlineNs - System.nanoTime();
      // A limit for the line and not for a byte: noise is no sign of life.
      if (leftNs <= 0) {
        throw new TimeoutException("no line within " + limit);
      }
      if (!receive(Duration.ofNanos(leftNs))) {
        return null;
      }
      line = lines.next();
    }
    return line;
  }

  /** How the child ended; null if it goes on for longer than {@code limit}. */
  @Nullable ExitStatus exit(Duration limit) throws InterruptedException {
    try {
      return child.waitFor(limit);
    } catch (TimeoutException e) {
      return null;
    }
  }

  /** The end of what it wrote to stderr, waiting {@code limit} for that to be all. */
  String lastWords(Duration limit) throws InterruptedException {
    long deadlineNs = System.nanoTime() + limit.toNanos();
    long leftNs = limit.toNanos();
    while (stderrOpen && leftNs > 0) {
      if (!FileDescriptor.readable(List.of(stderr), Duration.ofNanos(leftNs)).isEmpty()) {
        hearComplaints();
      }
      leftNs = deadlineNs - System.nanoTime();
    }
    return complaints.text();
  }

  /** Takes what has come on either pipe; false at the end of the output. */
  private boolean receive(Duration limit) throws MalformedLineException, InterruptedException {
    List<FileDescriptor> ready =
        FileDescriptor.readable(stderrOpen ? List.of(stdout, stderr) : List.of(stdout), limit);
    if (ready.contains(stderr)) {
      hearComplaints();
    }
    if (!ready.contains(stdout)) {
      return true;
    }
    int count = read(stdout);
    if (count > 0) {
      lines.append(chunk, count);
    }
    return count > 0;
  }

  private void hearComplaints() throws InterruptedException {
    int count = read(stderr);
    stderrOpen = count > 0;
    if (stderrOpen) {
      complaints.append(chunk, count);
    }
  }

  private int read(FileDescriptor ready) throws InterruptedException {
    try {
      return ready.read(chunk, ALREADY_THERE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("poll promised what read did not keep", e);
    }
  }

  /** Kills whatever still runs, collects it and gives the descriptors back. */
  @Override
  public void close() {
    child.close();
    pipes.close();
  }

  /** The end of what a process said, however much that was. */
  static final class Tail {

    static final int KEPT_BYTES = 2048;

    private byte[] kept = new byte[0];

    /** Takes the first {@code count} of {@code bytes}. */
    void append(byte[] bytes, int count) {
      byte[] all = Arrays.copyOf(kept, kept.length + count);
      System.arraycopy(bytes, 0, all, kept.length, count);
      kept = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT_BYTES), all.length);
    }

    /** What was kept, without blank space around it; empty if nothing was said. */
    String text() {
      return new String(kept, UTF_8).strip();
    }
  }
}
