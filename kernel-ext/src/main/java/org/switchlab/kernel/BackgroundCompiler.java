package org.switchlab.kernel;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.switchlab.os.NativeException;
import org.switchlab.os.Niceness;

/**
 * Lets the JVM's optimising compiler, C2, stand back while others want the CPU.
 *
 * <p>At the kernel's start C2 uses as much CPU time as all that the user waits for. Standing back
 * it still compiles all it would, a little later if the CPUs are full: code a user runs for long is
 * as fast as ever. The quick compiler, C1, keeps its rank, for it makes the start faster.
 */
final class BackgroundCompiler {

  // A tenth of an ordinary thread's weight, if they compete for one CPU.
  private static final int NICENESS = 10;

  private static final Path THREADS = Path.of("/proc/self/task");

  private BackgroundCompiler() {}

  /** Does it; without the right or without /proc, all stays as it was. */
  static void standBack() {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).startsWith("C2 Compiler")) {
          Niceness.set(Long.parseLong(thread.getFileName().toString()), NICENESS);
        }
      }
    } catch (IOException | NativeException | LinkageError e) {
      System.getLogger(BackgroundCompiler.class.getName()).log(Level.DEBUG, "C2 keeps its rank", e);
    }
  }
}
