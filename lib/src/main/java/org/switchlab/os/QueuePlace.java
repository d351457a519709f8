package org.switchlab.os;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * A place in a queue of processes and threads, first come first served, kept by the kernel alone: a
 * process that dies leaves it at once.
 *
 * <p>Each place is a read lock on one byte of a file, the byte after the last one locked. Whoever
 * has no locked byte before its own is at the front. The locks belong to the open file (see
 * fcntl_locking(2), "open file description locks"), so that threads of one process queue like
 * processes do, and the bytes need not exist. Between finding the last byte and locking the next a
 * flock(2) on the same file keeps others out.
 */
public final class QueuePlace implements AutoCloseable {

  // <fcntl.h> and <sys/file.h>; the same on x86-64 and aarch64.
  private static final int O_RDONLY_CLOEXEC = 0x80000;
  private static final int F_OFD_GETLK = 36;
  private static final int F_OFD_SETLK = 37;
  private static final short F_RDLCK = 0;
  private static final short F_WRLCK = 1;
  private static final short F_UNLCK = 2;
  private static final int LOCK_EX_NB = 2 | 4;
  private static final int LOCK_UN = 8;

  // struct flock: type and whence, two shorts; start and length, at 8 and 16; the pid.
  private static final int STRUCT_BYTES = 32;
  private static final int START_AT = 8;
  private static final int LENGTH_AT = 16;

  /** A length that means: to the end, however far. */
  private static final long TO_THE_END = 0;

  private static final long NOWHERE = -1;

  private final FileDescriptor file;
  private final long place;

  private QueuePlace(FileDescriptor file, long place) {
    this.file = file;
    this.place = place;
  }

  /**
   * Joins the queue at its end.
   *
   * @param path the file that makes the queue; it must exist and may be read-only
   * @throws NativeException if it cannot be opened or locked
   * @throws InterruptedException if interrupted while another was joining
   */
  public static QueuePlace join(Path path) throws InterruptedException {
    int number = LibC.open(path.toString(), O_RDONLY_CLOEXEC);
    LibC.check(number, "open(%s)".formatted(path), "");
    var file = new FileDescriptor(number);
    try {
      closeDoor(file);
      long place = end(file);
      lock(file, place);
      LibC.check(LibC.flock(file.number(), LOCK_UN), "flock(LOCK_UN)", "");
      return new QueuePlace(file, place);
    } catch (RuntimeException | InterruptedException e) {
      file.close();
      throw e;
    }
  }

  /** How many are before this one; at 0 it is at the front. */
  public int ahead() {
    return locked(0, place);
  }

  /** Leaves the queue; a second close does nothing. */
  @Override
  public void close() {
    file.close();
  }

  /** Others are inside for some microseconds; waiting in the kernel would obey no interrupt. */
  private static void closeDoor(FileDescriptor file) throws InterruptedException {
    while (LibC.flock(file.number(), LOCK_EX_NB) < 0) {
      if (LibC.errno() != Errno.EAGAIN.number()) {
        throw LibC.failure("flock(LOCK_EX)", "");
      }
      Thread.sleep(1);
    }
  }

  /** The first byte behind all that are locked. */
  private static long end(FileDescriptor file) {
    long end = 0;
    for (long found = 0; found != NOWHERE; ) {
      found = find(file, end, TO_THE_END);
      end = found == NOWHERE ? end : found + 1;
    }
    return end;
  }

  /** How many bytes from {@code from} to before {@code to} others have locked. */
  private int locked(long from, long to) {
    if (from >= to) {
      return 0;
    }
    // The kernel tells of any one of them, not of the first.
    long found = find(file, from, to - from);
    return found == NOWHERE ? 0 : 1 + locked(from, found) + locked(found + 1, to);
  }

  /** A byte that another has locked. */
  private static long find(FileDescriptor file, long start, long length) {
    // Asking needs no right to write, though a write lock would.
    byte[] asked = range(F_WRLCK, start, length);
    LibC.check(LibC.fcntl(file.number(), F_OFD_GETLK, asked), "fcntl(F_OFD_GETLK)", "");
    ByteBuffer answer = ByteBuffer.wrap(asked).order(ByteOrder.nativeOrder());
    return answer.getShort(0) == F_UNLCK ? NOWHERE : answer.getLong(START_AT);
  }

  private static void lock(FileDescriptor file, long place) {
    byte[] wanted = range(F_RDLCK, place, 1);
    LibC.check(LibC.fcntl(file.number(), F_OFD_SETLK, wanted), "fcntl(F_OFD_SETLK)", "");
  }

  private static byte[] range(short type, long start, long length) {
    byte[] struct = new byte[STRUCT_BYTES];
    ByteBuffer _ =
        ByteBuffer.wrap(struct)
            .order(ByteOrder.nativeOrder())
            .putShort(0, type)
            .putLong(START_AT, start)
            .putLong(LENGTH_AT, length);
    return struct;
  }
}
