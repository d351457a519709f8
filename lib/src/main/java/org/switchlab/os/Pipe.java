package org.switchlab.os;

/** A pipe of the kernel: what is written to one end is read at the other. */
public record Pipe(FileDescriptor reader, FileDescriptor writer) implements AutoCloseable {

  /** O_CLOEXEC of {@code include/uapi/asm-generic/fcntl.h}; the same on both architectures. */
  private static final int CLOSE_ON_EXEC = 0x80000;

  /** Opens a pipe that no program started from here inherits. */
  public static Pipe open() {
    int[] ends = new int[2];
    LibC.check(
        LibC.pipe2(ends, CLOSE_ON_EXEC),
        "pipe2(O_CLOEXEC)",
        "close descriptors or raise their limit: ulimit -n");
    return new Pipe(new FileDescriptor(ends[0]), new FileDescriptor(ends[1]));
  }

  /** Closes both ends; a second close does nothing. */
  @Override
  public void close() {
    reader.close();
    writer.close();
  }
}
