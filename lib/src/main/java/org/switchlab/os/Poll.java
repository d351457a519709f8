package org.switchlab.os;

import com.sun.jna.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for any of several descriptors with {@code poll(2)}, obeying interrupts and a timeout. */
public final class Poll {

  /** Longest single wait, in ms: how long an interrupt can go unnoticed. */
  static final int SLICE_MS = 50;

  static final short READABLE = 0x1;
  static final short WRITABLE = 0x4;

  /** {@code struct pollfd}: int fd, short events, short revents. */
  private static final int POLLFD_BYTES = 8;

  private static final int EVENTS_OFFSET = 4;
  private static final int RETURNED_OFFSET = 6;

  private Poll() {}

  /**
   * Waits until one of {@code among} can be read without waiting: data, end of stream or error.
   *
   * <p>None of them may be closed by another thread meanwhile.
   *
   * @return those that are ready; empty if {@code timeout} passed first
   */
  public static List<FileDescriptor> readable(List<FileDescriptor> among, Duration timeout)
      throws InterruptedException {
    int[] numbers = among.stream().mapToInt(FileDescriptor::number).toArray();
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    try (Memory table = table(READABLE, numbers)) {
      do {
        if (pollOnce(table, numbers.length, deadlineNs)) {
          return ready(table, among);
        }
      } while (System.nanoTime() < deadlineNs);
    }
    return List.of();
  }

  /** Waits for one descriptor, a slice at most; whether it is ready. */
  static boolean slice(short events, long deadlineNs, int number) throws InterruptedException {
    try (Memory table = table(events, number)) {
      return pollOnce(table, 1, deadlineNs);
    }
  }

  private static Memory table(short events, int... numbers) {
    var table = new Memory((long) POLLFD_BYTES * numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      table.setInt((long) POLLFD_BYTES * i, numbers[i]);
      table.setShort((long) POLLFD_BYTES * i + EVENTS_OFFSET, events);
    }
    return table;
  }

  private static boolean pollOnce(Memory table, int count, long deadlineNs)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    // Rounded up, or the last millisecond would be spent spinning.
    long leftMs = (deadlineNs - System.nanoTime() + 999_999) / 1_000_000;
    int ready = LibC.poll(table, count, Math.clamp(leftMs, 0, SLICE_MS));
    if (ready < 0 && LibC.errno() != Errno.EINTR.number()) {
      throw LibC.failure("poll(%d descriptors)".formatted(count), "");
    }
    return ready > 0;
  }

  private static List<FileDescriptor> ready(Memory table, List<FileDescriptor> among) {
    var ready = new ArrayList<FileDescriptor>();
    for (int i = 0; i < among.size(); i++) {
      if (table.getShort((long) POLLFD_BYTES * i + RETURNED_OFFSET) != 0) {
        ready.add(among.get(i));
      }
    }
    return ready;
  }
}
