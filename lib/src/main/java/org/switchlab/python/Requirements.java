package org.switchlab.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.switchlab.file.Sha256;

/** What a Python environment must hold, as pinned files in {@code kernel-ext/}. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of(…)
public enum Requirements {
  /** To open and to execute notebooks. */
  LAB(List.of("requirements.txt"), List.of("jupyterlab", "jjava", "nbclient", "nbconvert")),
  /** To run the end-to-end tests too. */
  TEST(
      List.of("requirements.txt", "requirements-test.txt"),
      List.of("jupyterlab", "jjava", "nbclient", "nbconvert", "pytest", "playwright"));

  private final List<String> files;
  private final List<String> modules;

  Requirements(List<String> files, List<String> modules) {
    this.files = files;
    this.modules = modules;
  }

  /** The pinned files, under the project's root. */
  List<Path> files(Path root) {
    return files.stream().map(file -> root.resolve("kernel-ext").resolve(file)).toList();
  }

  /** The modules by which an environment of the user's is recognised. */
  List<String> modules() {
    return modules;
  }

  /** A hash of all pins: as long as it stays, an environment made from them is complete. */
  String fingerprint(Path root) throws IOException {
    var pins = new ByteArrayOutputStream();
    for (Path file : files(root)) {
      Files.copy(file, pins);
    }
    return Sha256.of(pins.toByteArray());
  }
}
