package org.switchlab.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The folder of a result whose user named none: {@code results/TIME-EXPERIMENT}. */
final class NewFolder {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private NewFolder() {}

  /**
   * Makes one in {@code results} that nobody else has, though others begin in the same second. What
   * cannot be made is named all the same: whoever writes into it says what is wrong.
   *
   * @param began when the run began
   */
  static Path in(Path results, String experiment, ZonedDateTime began) {
    String name = STAMP.format(began.withZoneSameInstant(ZoneOffset.UTC)) + "-" + experiment;
    Path folder = results.resolve(name);
    try {
      Files.createDirectories(results);
      for (int i = 2; !isMade(folder); i++) {
        folder = results.resolve(name + "-" + i);
      }
    } catch (IOException e) {
      return folder;
    }
    return folder;
  }

  /** Takes {@code folder} away again if nothing was written into it. */
  static void dropIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      return; // it holds something
    }
  }

  private static boolean isMade(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
