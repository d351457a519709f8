package org.switchlab.kernel.jjava;

import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Tells when a piece of a cell has been evaluated, while its output can still be written to. */
final class CellEnd {

  // JJava's mark of a stopped cell, put where the name of the exception's class stands.
  private static final String INTERRUPTED = "Execution Interrupted";

  private CellEnd() {}

  /**
   * Calls {@code action} after each snippet that {@code kernel} evaluates, on the thread that runs
   * the cell; never if it does not evaluate by JShell.
   *
   * <p>By reflection, because the class that has the shell is only in the kernel's own jar, which
   * no registry of Java libraries has.
   */
  static void call(BaseKernel kernel, Runnable action) {
    try {
      if (kernel.getClass().getMethod("getJShell").invoke(kernel) instanceof JShell shell) {
        // Never unsubscribed: the shell ends with the kernel.
        shell.onSnippetEvent(
            event -> {
              if (!isInterrupted(event)) {
                action.run();
              }
            });
      }
    } catch (ReflectiveOperationException e) {
      return;
    }
  }

  // The thread of a cell just stopped has had no time to end.
  private static boolean isInterrupted(SnippetEvent event) {
    return event.exception() instanceof EvalException thrown
        && thrown.getExceptionClassName().equals(INTERRUPTED);
  }
}
