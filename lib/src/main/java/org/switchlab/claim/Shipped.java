package org.switchlab.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the JSON data that the build ships. */
final class Shipped {

  private Shipped() {}

  /**
   * The records in a resource.
   *
   * @throws IllegalStateException if the build lacks it
   * @throws UncheckedIOException if it cannot be read
   */
  static <T> T read(String resource, Class<T> type) {
    try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the build is incomplete: no resource " + resource);
      }
      return new ObjectMapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
