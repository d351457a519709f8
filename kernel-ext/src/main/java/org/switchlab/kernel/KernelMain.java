package org.switchlab.kernel;

import java.io.File;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Starts JJava, warming up SwitchLab's libraries meanwhile. */
public final class KernelMain {

  private static final String JJAVA = "org.dflib.jjava.distro.JJava";

  // Set by Jupyter for kernels that are to end with it, and only for these.
  private static final String PARENT_VARIABLE = "JPY_PARENT_PID";

  private static final String CLASS_PATH = "java.class.path";

  private KernelMain() {}

  /**
   * Runs the kernel until it is shut down.
   *
   * @param arguments the connection file, as Jupyter passes it
   */
  public static void main(String[] arguments) throws Exception {
    WarmUp.start();
    // Before JJava, which reads the class path that is hidden meanwhile.
    findTablesawReaders();
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
   * Initialises Tablesaw's {@link Table} while the property {@value #CLASS_PATH} names Tablesaw's
   * jars only: it searches every jar there for readers and writers, tens of thousands of entries,
   * for a handful of classes that stand in Tablesaw's own. Nobody else may rely on the property
   * meanwhile. A failure is left to be met in a cell.
   */
  static void findTablesawReaders() {
    String whole = System.getProperty(CLASS_PATH);
    System.setProperty(CLASS_PATH, ofTablesaw(whole));
    try {
      Class.forName(Table.class.getName());
    } catch (ClassNotFoundException | LinkageError e) {
      System.getLogger(KernelMain.class.getName()).log(Level.DEBUG, "No Tablesaw", e);
    } finally {
      System.setProperty(CLASS_PATH, whole);
    }
  }

  /**
   * The jars in {@code classPath} that are named as Tablesaw's are: tablesaw-core, tablesaw-excel
   * and so on; the whole of it if there are none.
   */
  static String ofTablesaw(String classPath) {
    String found =
        Arrays.stream(classPath.split(File.pathSeparator, -1))
            .filter(entry -> new File(entry).getName().startsWith("tablesaw"))
            .collect(Collectors.joining(File.pathSeparator));
    return found.isEmpty() ? classPath : found;
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
