package org.switchlab.kernel.jjava;

import java.util.Optional;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Tells when a piece of a cell has been evaluated, while its output can still be written to. */
final class CellEnd {

  // JJava's mark of a stopped cell, put where the name of the exception's class stands.
  private static final String INTERRUPTED = "Execution Interrupted";

  private final JShell shell;

  private CellEnd(JShell shell) {
    this.shell = shell;
  }

  /**
   * Of {@code kernel}, if it evaluates by JShell.
   *
   * <p>By reflection, because the class that has the shell is only in the kernel's own jar, which
   * no registry of Java libraries has.
   */
  static Optional<CellEnd> of(BaseKernel kernel) {
    try {
      Object shell = kernel.getClass().getMethod("getJShell").invoke(kernel);
      return shell instanceof JShell found ? Optional.of(new CellEnd(found)) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** Calls {@code action} after each evaluated snippet, on the thread that runs the cell. */
  void call(Runnable action) {
    // Never unsubscribed: the shell ends with the kernel.
    shell.onSnippetEvent(
        event -> {
          if (!isInterrupted(event)) {
            action.run();
          }
        });
  }

  // The thread of a cell just stopped has had no time to end.
  private static boolean isInterrupted(SnippetEvent event) {
    return event.exception() instanceof EvalException thrown
        && thrown.getExceptionClassName().equals(INTERRUPTED);
  }
}
