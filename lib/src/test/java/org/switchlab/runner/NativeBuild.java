package org.switchlab.runner;

import java.nio.file.Path;

/** Where the build puts what it makes of {@code src/main/c}. */
final class NativeBuild {

  private static final Path ROOT = Path.of(System.getProperty("switchlab.native", "target/native"));

  private NativeBuild() {}

  /** The runner as packed, for this machine. */
  static Path runner() {
    return ROOT.resolve("pack" + packedResource());
  }

  /** The runner's name on the class path. */
  static String packedResource() {
    String arch = System.getProperty("os.arch");
    String machine = "amd64".equals(arch) ? "x86_64" : arch;
    return "/org/switchlab/run/native/linux-" + machine + "/switchlab-runner";
  }

  /** The runner under the address and undefined-behaviour sanitizers; absent where they are. */
  static Path sanitizedRunner() {
    return ROOT.resolve("sanitized/switchlab-runner");
  }

  /** A test program in C. */
  static Path test(String name) {
    return ROOT.resolve("test").resolve(name);
  }

  /** The version the build was given. */
  static String version() {
    return System.getProperty("switchlab.version", "development");
  }

  static Path root() {
    return ROOT;
  }

  /** The folder of the C sources. */
  static Path sources() {
    return Path.of(System.getProperty("basedir", ".")).resolve("src/main/c");
  }
}
