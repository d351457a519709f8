package org.switchlab.kernel;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Starts JJava, warming up SwitchLab's libraries meanwhile. */
public final class KernelMain {

  private static final String JJAVA = "org.dflib.jjava.distro.JJava";

  // Set by Jupyter for kernels that are to end with it, and only for these.
  private static final String PARENT_VARIABLE = "JPY_PARENT_PID";

  private KernelMain() {}

  /**
   * Runs the kernel until it is shut down.
   *
   * @param arguments the connection file, as Jupyter passes it
   */
  public static void main(String[] arguments) throws Exception {
    WarmUp.start();
    // Before JJava, which reads the class path that is hidden meanwhile.
    TablesawReaders.find();
    endWithParent();
    try {
      // By name: the kernel's own jar is on no registry of Java libraries.
      Class.forName(JJAVA).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    // JJava's pool of evaluating threads would hold the process for another minute.
    System.exit(0);
  }

  /**
   * Ends this process when the Jupyter process that started it ends: a kernel nobody can reach any
   * more would keep its memory, and perhaps a CPU, for ever.
   */
  private static void endWithParent() {
    long pid = pid(System.getenv(PARENT_VARIABLE));
    if (pid > 1) {
      ProcessHandle.of(pid).ifPresent(KernelMain::endWith);
    }
  }

  private static void endWith(ProcessHandle parent) {
    var _ = parent.onExit().thenRun(() -> System.exit(0));
  }

  private static long pid(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
