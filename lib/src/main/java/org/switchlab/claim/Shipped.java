package org.switchlab.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the data that the build ships. */
final class Shipped {

  private Shipped() {}

  /**
   * The records in a resource.
   *
   * @throws IllegalStateException if the build lacks it
   * @throws UncheckedIOException if it cannot be read
   */
  static <T> T read(String resource, Class<T> type) {
    try (InputStream in = open(resource)) {
      return new ObjectMapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /**
   * The lines of a table, without its head. No CSV library is needed: no field holds a comma or a
   * quote, and a test holds that.
   */
  static List<String> lines(String resource) {
    try (InputStream in = open(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /**
   * The fields of a line of such a table.
   *
   * @throws IllegalArgumentException if there are not as many as {@code columns}
   */
  static String[] fields(String line, int columns) {
    String[] fields = line.split(",", -1);
    if (fields.length != columns) {
      throw new IllegalArgumentException(
          "%s fields instead of %s in: %s".formatted(fields.length, columns, line));
    }
    return fields;
  }

  private static InputStream open(String resource) {
    InputStream in = Shipped.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the build is incomplete: no resource " + resource);
    }
    return in;
  }
}
