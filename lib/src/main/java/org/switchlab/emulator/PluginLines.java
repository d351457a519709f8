package org.switchlab.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what the plugin writes while it still goes on; it ends each phase with a whole line. */
final class PluginLines implements AutoCloseable {

  private final Path file;
  private @Nullable BufferedReader reader;

  /** Of a file that the plugin may not have made yet. */
  PluginLines(Path file) {
    this.file = file;
  }

  /**
   * What it counted in the next phase, which is done.
   *
   * @throws EmulatorException if it has not written that
   */
  PluginCounts next() throws IOException {
    if (reader == null && Files.exists(file)) {
      reader = Files.newBufferedReader(file);
    }
    String line = reader == null ? null : reader.readLine();
    if (line == null) {
      throw new EmulatorException(
          "the plugin counted less often than phases ended; build plugin, runner and library"
              + " together",
          null);
    }
    return PluginCounts.parse(line);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
