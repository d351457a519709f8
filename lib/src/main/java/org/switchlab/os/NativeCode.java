package org.switchlab.os;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.switchlab.file.ProgramFolder;

/**
 * JNA's native part, which JNA unpacks into a folder and loads from there: that folder must let
 * code run.
 */
final class NativeCode {

  /** JNA's property for that folder. */
  private static final String FOLDER = "jna.tmpdir";

  private NativeCode() {}

  /**
   * Binds the native methods of {@code functions} to those that this process has already.
   *
   * @throws NativeCodeError if native code cannot be loaded; the message says what to set
   */
  static void bind(Class<?> functions) {
    try {
      chooseFolder();
      Native.register(functions, NativeLibrary.getProcess());
    } catch (IOException | LinkageError e) {
      throw new NativeCodeError(
          "SwitchLab calls the kernel through native code, which could not be loaded: "
              + e.getMessage(),
          e);
    }
  }

  /** Leaves the folder that the user names for JNA, if it will do. */
  private static void chooseFolder() throws IOException {
    String given = System.getProperty(FOLDER);
    if (given == null || !ProgramFolder.letsRun(Path.of(given))) {
      Path folder = ProgramFolder.path().resolve("jna");
      System.setProperty(FOLDER, Files.createDirectories(folder).toString());
    }
  }
}
