package org.switchlab.kernel;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.switchlab.os.NativeException;
import org.switchlab.os.Priority;

/**
 * Lets threads nobody waits for stand back while others want the CPU.
 *
 * <p>At the kernel's start the JVM's optimising compiler, C2, and JShell's search for completions
 * use as much CPU time as all that the user waits for. Standing back they still do all they would,
 * a little later if the CPUs are full: code a user runs for long is as fast as ever. The quick
 * compiler, C1, keeps its rank, for it makes the start faster.
 */
public final class BackgroundThreads {

  // A tenth of an ordinary thread's weight, if they compete for one CPU.
  private static final int NICENESS = 10;

  private static final Path THREADS = Path.of("/proc/self/task");

  private BackgroundThreads() {}

  /** The JVM's optimising compiler. */
  static void compilerStandsBack() {
    standBack("C2 Compiler");
  }

  /**
   * JShell's search of the JDK and the class path for names to complete. It is the only thread of
   * the kernel that was given no name of its own, so Java numbered it.
   */
  public static void completionsStandBack() {
    standBack("Thread-");
  }

  // Without the right or without /proc, all stays as it was.
  private static void standBack(String name) {
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).startsWith(name)) {
          Priority.setNiceness(Long.parseLong(thread.getFileName().toString()), NICENESS);
        }
      }
    } catch (IOException | NativeException | LinkageError e) {
      System.getLogger(BackgroundThreads.class.getName())
          .log(Level.DEBUG, name + " keeps its rank", e);
    }
  }
}
