package org.switchlab.run;

import org.switchlab.os.ExitStatus;

/**
 * The kernel was built without the huge pages that a point asks for. No process of this point will
 * fare better: whoever measures leaves it out and goes on.
 */
public final class NoHugePagesException extends UnavailableException {

  private static final long serialVersionUID = 1L;

  /** How a runner says so: {@code EXIT_NO_HUGE_PAGES} of failure.h. */
  private static final int EXIT_CODE = 69;

  /** Of a point. */
  public NoHugePagesException() {
    super(
        "this kernel gives no huge pages, it was built without them",
        "boot a kernel built with CONFIG_TRANSPARENT_HUGEPAGE");
  }

  static boolean isMeant(ExitStatus exit) {
    return exit.code().orElse(0) == EXIT_CODE;
  }
}
