package org.switchlab.runner;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs of the machine that some tests need. */
final class Tools {

  private Tools() {}

  /** Skips the test, saying what to install, where the program is missing. */
  static Path require(String program, String debianPackage) {
    Optional<Path> found = find(program);
    assumeTrue(found.isPresent(), "%s is missing (Debian: %s)".formatted(program, debianPackage));
    return found.orElseThrow();
  }

  private static Optional<Path> find(String program) {
    return Pattern.compile(":")
        .splitAsStream(System.getenv("PATH"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
