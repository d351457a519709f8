package org.switchlab.os;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * An open descriptor of this process, closed on exec.
 *
 * <p>Reads and writes obey {@link Thread#interrupt} and a timeout. It may be used and closed from
 * any thread: a close waits the {@value #SLICE_MS} ms that a waiting reader may hold it, so that
 * its number is never given to another file under a reader's hands.
 */
public final class FileDescriptor implements AutoCloseable {

  /** Longest single wait, in ms: how long an interrupt can go unnoticed. */
  static final int SLICE_MS = 50;

  static final int READABLE = 0x1;
  static final int WRITABLE = 0x4;

  /** What a pipe that is ready for writing surely takes: PIPE_BUF, see pipe(7). */
  private static final int CHUNK_BYTES = 4096;

  private static final int CLOSED = -1;

  // Fair, or a reader that takes it again at once would keep a closer waiting.
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile int number;

  FileDescriptor(int number) {
    this.number = number;
  }

  /** The kernel's number; there is none once it was closed. */
  public int number() {
    int now = number;
    if (now == CLOSED) {
      throw new IllegalStateException("the descriptor was closed");
    }
    return now;
  }

  /** Reads what is there, waiting for the first byte: how many bytes, or -1 at the end. */
  public int read(byte[] into, Duration timeout) throws InterruptedException, TimeoutException {
    awaitLocked(READABLE, timeout);
    try {
      long count = LibC.read(number, into, into.length);
      if (count < 0) {
        throw LibC.failure("read(%d)".formatted(number), "");
      }
      return count == 0 ? -1 : (int) count;
    } finally {
      lock.unlock();
    }
  }

  /** Writes all of {@code bytes}; EPIPE if nobody reads any more. */
  public void write(byte[] bytes, Duration timeout) throws InterruptedException, TimeoutException {
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    int done = 0;
    while (done < bytes.length) {
      byte[] chunk = Arrays.copyOfRange(bytes, done, Math.min(bytes.length, done + CHUNK_BYTES));
      awaitLocked(WRITABLE, Duration.ofNanos(deadlineNs - System.nanoTime()));
      try {
        long count = LibC.write(number, chunk, chunk.length);
        if (count < 0) {
          throw LibC.failure("write(%d, %d bytes)".formatted(number, chunk.length), "");
        }
        done += (int) count;
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Waits until one can be read without waiting (data, end or error) and gives those; none if
   * {@code timeout} passed first. None of them may be closed by another thread meanwhile.
   */
  public static List<FileDescriptor> readable(List<FileDescriptor> among, Duration timeout)
      throws InterruptedException {
    int[] table =
        among.stream().flatMapToInt(each -> IntStream.of(each.number(), READABLE)).toArray();
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    do {
      if (poll(table, deadlineNs)) {
        return IntStream.range(0, among.size())
            .filter(i -> table[2 * i + 1] >>> Short.SIZE != 0)
            .mapToObj(among::get)
            .toList();
      }
    } while (System.nanoTime() < deadlineNs);
    return List.of();
  }

  /** Returns with the lock held and the descriptor ready. */
  private void awaitLocked(int events, Duration timeout)
      throws InterruptedException, TimeoutException {
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    do {
      lock.lockInterruptibly();
      boolean ready = false;
      try {
        ready = poll(new int[] {number(), events}, deadlineNs);
      } finally {
        if (!ready) {
          lock.unlock();
        }
      }
      if (ready) {
        return;
      }
    } while (System.nanoTime() < deadlineNs);
    throw new TimeoutException("nothing within " + timeout);
  }

  /**
   * Waits with poll(2), a slice at most; whether any is ready. In the table a {@code struct pollfd}
   * is two ints: the descriptor; the events asked for and, in the upper half, those that came.
   */
  private static boolean poll(int[] table, long deadlineNs) throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      // Rounded up, or the last millisecond would be spent spinning.
      long leftMs = (deadlineNs - System.nanoTime() + 999_999) / 1_000_000;
      int ready = LibC.poll(table, table.length / 2, Math.clamp(leftMs, 0, SLICE_MS));
      if (ready >= 0) {
        return ready > 0;
      }
      // A signal is no answer: whoever waits no longer must still be told what is there.
      if (LibC.errno() != Errno.EINTR.number()) {
        throw LibC.failure("poll(%d descriptors)".formatted(table.length / 2), "");
      }
    }
  }

  /** Gives the descriptor back; a second close does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (number != CLOSED) {
        // Not retried on EINTR: Linux has closed it then, see close(2).
        LibC.close(number);
        number = CLOSED;
      }
    } finally {
      lock.unlock();
    }
  }
}
