package org.switchlab.os;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An open descriptor of this process, closed on exec.
 *
 * <p>Reads and writes obey {@link Thread#interrupt} and a timeout. It may be used and closed from
 * any thread: a close waits the {@value Poll#SLICE_MS} ms that a waiting reader may hold it, so
 * that its number is never given to another file under a reader's hands.
 */
public final class FileDescriptor implements AutoCloseable {

  /** What a pipe that is ready for writing surely takes: PIPE_BUF, see pipe(7). */
  private static final int CHUNK_BYTES = 4096;

  private static final int CLOSED = -1;

  // Fair, or a reader that takes it again at once would keep a closer waiting.
  private final ReentrantLock lock = new ReentrantLock(true);
  private volatile int number;

  FileDescriptor(int number) {
    this.number = number;
  }

  /**
   * The kernel's number.
   *
   * @throws IllegalStateException if it was closed
   */
  public int number() {
    int now = number;
    if (now == CLOSED) {
      throw new IllegalStateException("the descriptor was closed");
    }
    return now;
  }

  /**
   * Reads what is there, waiting for the first byte.
   *
   * @return how many bytes, or -1 at the end of the stream
   * @throws TimeoutException if nothing came within {@code timeout}
   * @throws NativeException if the kernel refuses the read
   */
  public int read(byte[] into, Duration timeout) throws InterruptedException, TimeoutException {
    awaitLocked(Poll.READABLE, timeout);
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

  /**
   * Writes all of {@code bytes}.
   *
   * @throws TimeoutException if the other end did not take them within {@code timeout}
   * @throws NativeException if the kernel refuses the write; EPIPE if nobody reads any more
   */
  public void write(byte[] bytes, Duration timeout) throws InterruptedException, TimeoutException {
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    int done = 0;
    while (done < bytes.length) {
      byte[] chunk = Arrays.copyOfRange(bytes, done, Math.min(bytes.length, done + CHUNK_BYTES));
      awaitLocked(Poll.WRITABLE, Duration.ofNanos(deadlineNs - System.nanoTime()));
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

  /** Returns with the lock held and the descriptor ready. */
  private void awaitLocked(short events, Duration timeout)
      throws InterruptedException, TimeoutException {
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    do {
      lock.lockInterruptibly();
      boolean ready = false;
      try {
        ready = Poll.slice(events, deadlineNs, number());
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
