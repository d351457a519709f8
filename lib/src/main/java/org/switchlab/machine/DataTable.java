package org.switchlab.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Small tables shipped beside a class: one row a line, columns separated by semicolons, comments
 * after {@code #}. Plain text, because reading the machine must not wait for a JSON library.
 */
public final class DataTable {

  private DataTable() {}

  /**
   * The rows of the file {@code resource} in the package of {@code owner}, each a list of its
   * columns without the blanks around them.
   */
  public static List<List<String>> rows(Class<?> owner, String resource) {
    return text(owner, resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> Arrays.stream(line.split(";", -1)).map(String::strip).toList())
        .toList();
  }

  /** The text of any resource. */
  static String text(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + " is missing from the SwitchLab jar: rebuild it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
