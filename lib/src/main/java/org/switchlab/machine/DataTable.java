package org.switchlab.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Small tables shipped beside a class: one row a line, columns separated by semicolons, comments
 * after {@code #}. Plain text, because reading the machine must not wait for a JSON library to
 * load.
 */
public final class DataTable {

  private DataTable() {}

  static List<List<String>> rows(String resource) {
    return rows(DataTable.class, resource);
  }

  /**
   * The cells of each row, without the blanks around them.
   *
   * @param neighbour a class of the package in which the table stands
   * @param resource the table's name there
   */
  public static List<List<String>> rows(Class<?> neighbour, String resource) {
    try (InputStream in = neighbour.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + " is missing from the SwitchLab jar: rebuild it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(";", -1)).map(String::strip).toList())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
