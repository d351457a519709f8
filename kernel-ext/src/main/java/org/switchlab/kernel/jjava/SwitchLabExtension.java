package org.switchlab.kernel.jjava;

import java.util.function.Consumer;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.jspecify.annotations.Nullable;
import org.switchlab.kernel.BackgroundThreads;
import org.switchlab.kernel.BurningThreads;
import org.switchlab.kernel.Imports;
import org.switchlab.kernel.Magics;
import org.switchlab.kernel.NoNativeCode;
import org.switchlab.kernel.OutputBounds;
import org.switchlab.kernel.ProgressDisplay;
import org.switchlab.kernel.Views;
import org.switchlab.run.ProgressDefault;

/** SwitchLab as an extension of JJava, found through its service file. */
public final class SwitchLabExtension implements Extension {

  // JJava names its evaluating threads so, plus random letters and a number.
  private static final String EVALUATING = "jjava-exec-";

  // JJava's mark of a stopped cell, put where the name of the exception's class stands.
  private static final String INTERRUPTED = "Execution Interrupted";

  private ProgressDefault.@Nullable Installation progress;

  @Override
  public void install(BaseKernel kernel) {
    JJavaDisplay display = new JJavaDisplay(kernel.getRenderer(), kernel.getIO().display);
    BurningThreads burning = new BurningThreads(EVALUATING, display);
    Views.all().forEach(display::register);
    Magics.all().forEach((name, magic) -> registerMagic(kernel, name, magic));
    progress = ProgressDisplay.install(display, burning);
    BackgroundThreads.completionsStandBack();
    kernel.evalRaw(String.join("\n", Imports.lines()));
    NoNativeCode noNativeCode = new NoNativeCode(display);
    OutputBounds output = OutputBounds.of(kernel.getIO().out, kernel.getIO().err);
    afterStatements(
        kernel,
        event -> {
          output.endStatement();
          if (event.exception() instanceof EvalException failure) {
            noNativeCode.afterFailure(failure);
          }
          if (!isInterrupted(event)) {
            burning.afterCell();
          }
        });
  }

  @Override
  public void uninstall(BaseKernel kernel) {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }

  private static void registerMagic(BaseKernel kernel, String name, Magics.Magic magic) {
    LineMagic<@Nullable Object, BaseKernel> line = (any, arguments) -> magic.call(arguments);
    kernel.getMagicsRegistry().registerLineMagic(name, line);
  }

  /**
   * Calls {@code action} after each snippet that {@code kernel} evaluates, while its output can
   * still be written to, on the thread that runs the cell; never if it does not evaluate by JShell.
   *
   * <p>By reflection, because the class that has the shell is only in the kernel's own jar, which
   * no registry of Java libraries has.
   */
  private static void afterStatements(BaseKernel kernel, Consumer<SnippetEvent> action) {
    try {
      if (kernel.getClass().getMethod("getJShell").invoke(kernel) instanceof JShell shell) {
        // Never unsubscribed: the shell ends with the kernel.
        shell.onSnippetEvent(action);
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
