package org.switchlab.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.FileDescriptor;

/** Lines to and from a child, listening to its stderr meanwhile so that it never blocks on it. */
final class Conversation {

  private static final Duration ALREADY_THERE = Duration.ZERO;

  private final FileDescriptor stdin;
  private final FileDescriptor stdout;
  private final FileDescriptor stderr;
  private final LineBuffer lines = new LineBuffer();
  private final StderrTail complaints = new StderrTail();
  private final byte[] chunk = new byte[8192];
  private boolean stderrOpen = true;

  Conversation(StandardPipes pipes) {
    stdin = pipes.stdin().writer();
    stdout = pipes.stdout().reader();
    stderr = pipes.stderr().reader();
  }

  /**
   * Sends one line.
   *
   * @throws TimeoutException if nobody takes it
   * @throws org.switchlab.os.NativeException with EPIPE if nobody ever will
   */
  void send(String line, Duration limit) throws InterruptedException, TimeoutException {
    stdin.write((line + "\n").getBytes(US_ASCII), limit);
  }

  /**
   * The next line; null at the end of the output.
   *
   * @throws TimeoutException if no whole line came within {@code limit}
   * @throws MalformedLineException if a line does not end
   */
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
}
