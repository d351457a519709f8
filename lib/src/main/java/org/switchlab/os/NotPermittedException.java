package org.switchlab.os;

/** The kernel refused a right (EPERM or EACCES): with it the call would have worked. */
public final class NotPermittedException extends NativeException {

  private static final long serialVersionUID = 1L;

  NotPermittedException(String call, int errno, String remedy) {
    super(call, errno, remedy);
  }
}
