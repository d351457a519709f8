package org.switchlab.kernel;

import java.lang.reflect.InvocationTargetException;

/** Starts JJava, warming up SwitchLab's libraries meanwhile. */
public final class KernelMain {

  private static final String JJAVA = "org.dflib.jjava.distro.JJava";

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
    ParentProcess.endWithIt();
    try {
      // By name: the kernel's own jar is on no registry of Java libraries.
      Class.forName(JJAVA).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
    // JJava's pool of evaluating threads would hold the process for another minute.
    System.exit(0);
  }
}
