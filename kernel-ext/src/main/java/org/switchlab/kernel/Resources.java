package org.switchlab.kernel;

import java.io.IOException;
import java.io.InputStream;

/** Files packed beside this package's classes. */
final class Resources {

  private Resources() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the jar of " + Resources.class.getName());
      }
      return in.readAllBytes();
    }
  }
}
