package org.switchlab.kernel;

import java.io.File;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * Lets Tablesaw find its readers and writers without searching jars that hold none.
 *
 * <p>Its class {@link Table}, when it is initialised, searches every jar of the class path: tens of
 * thousands of entries, for a handful of classes that stand in Tablesaw's own jars.
 */
final class TablesawReaders {

  private static final String CLASS_PATH = "java.class.path";

  private TablesawReaders() {}

  /**
   * Initialises {@link Table} while the property {@value #CLASS_PATH} names Tablesaw's jars only.
   * Nobody else may rely on the property meanwhile. A failure is left to be met in a cell.
   */
  static void find() {
    String whole = System.getProperty(CLASS_PATH);
    System.setProperty(CLASS_PATH, ofTablesaw(whole));
    try {
      Class.forName(Table.class.getName());
    } catch (ClassNotFoundException | LinkageError e) {
      System.getLogger(TablesawReaders.class.getName()).log(Level.DEBUG, "No Tablesaw", e);
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
}
