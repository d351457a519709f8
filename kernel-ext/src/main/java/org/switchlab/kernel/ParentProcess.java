package org.switchlab.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The Jupyter process that started the kernel, whose end is the kernel's end: a kernel nobody can
 * reach any more would keep its memory, and perhaps a CPU, for ever.
 */
final class ParentProcess {

  // Set by Jupyter for kernels that are to end with it, and only for these.
  private static final String VARIABLE = "JPY_PARENT_PID";

  private ParentProcess() {}

  /** Ends this process when that of {@link #VARIABLE} ends; does nothing if it names none. */
  static void endWithIt() {
    long pid = pid(System.getenv(VARIABLE));
    if (pid > 1) {
      ProcessHandle.of(pid).ifPresent(ParentProcess::endWith);
    }
  }

  private static void endWith(ProcessHandle parent) {
    var _ = parent.onExit().thenRun(() -> System.exit(0));
  }

  static long pid(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
