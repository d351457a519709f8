package org.switchlab.os;

/** A system call failed; the message names the call, its errno and what mends it. */
public class NativeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int errno;

  NativeException(String call, int errno, String remedy) {
    super(
        "%s failed: %s%s"
            .formatted(call, Errno.nameOf(errno), remedy.isEmpty() ? "" : "; " + remedy));
    this.errno = errno;
  }

  /** The exception for a failed {@code call}; a {@link NotPermittedException} if it was refused. */
  static NativeException of(String call, int errno, String remedy) {
    return errno == Errno.EPERM.number() || errno == Errno.EACCES.number()
        ? new NotPermittedException(call, errno, remedy)
        : new NativeException(call, errno, remedy);
  }

  /** The error number the kernel gave. */
  public int errno() {
    return errno;
  }

  /** Whether the kernel gave {@code wanted}. */
  public boolean is(Errno wanted) {
    return errno == wanted.number();
  }
}
