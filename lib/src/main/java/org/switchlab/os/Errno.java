package org.switchlab.os;

/**
 * Error numbers of system calls, by name.
 *
 * <p>Linux gives them the same values on x86-64 and aarch64: {@code
 * include/uapi/asm-generic/errno-base.h} and {@code errno.h}.
 */
public enum Errno {
  /** Operation not permitted. */
  EPERM(1),
  /** No such file, or no such performance event. */
  ENOENT(2),
  /** No such process. */
  ESRCH(3),
  /** Interrupted by a signal. */
  EINTR(4),
  /** Input/output error. */
  EIO(5),
  /** Too many arguments, or a structure larger than the kernel knows. */
  E2BIG(7),
  /** Not in a format that can be executed. */
  ENOEXEC(8),
  /** Not an open descriptor. */
  EBADF(9),
  /** No child process. */
  ECHILD(10),
  /** Try again, or a limit on processes was reached. */
  EAGAIN(11),
  /** Out of memory. */
  ENOMEM(12),
  /** Permission denied. */
  EACCES(13),
  /** Bad address. */
  EFAULT(14),
  /** Busy. */
  EBUSY(16),
  /** No such device. */
  ENODEV(19),
  /** A part of the path is not a directory. */
  ENOTDIR(20),
  /** Invalid argument. */
  EINVAL(22),
  /** The system has too many open files. */
  ENFILE(23),
  /** The process has too many open files. */
  EMFILE(24),
  /** The executable is being written. */
  ETXTBSY(26),
  /** No space left on the device. */
  ENOSPC(28),
  /** Nobody reads the pipe. */
  EPIPE(32),
  /** The kernel lacks this call, or a filter hides it. */
  ENOSYS(38),
  /** Not supported. */
  EOPNOTSUPP(95);

  private final int number;

  Errno(int number) {
    this.number = number;
  }

  /** The value {@code errno} has. */
  public int number() {
    return number;
  }

  /** The name of {@code number}, or {@code errno 123} if it has none here. */
  public static String nameOf(int number) {
    for (Errno errno : values()) {
      if (errno.number == number) {
        return errno.name();
      }
    }
    return "errno " + number;
  }
}
