package org.switchlab.subject;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchlab.run.Command;

/**
 * What programs of a language need to be built and to run.
 *
 * @param name as in {@code ./switchlab toolchains go}
 * @param gives what it is, as a person would say it: {@code Go 1.23 or later}
 * @param probe a command that ends with code 0 where it is there, and prints its version; {@code
 *     {java}} is the folder of the JDK that runs us
 * @param install what installs it, by package manager: names of packages; a manager that has none
 *     that will do is left out. {@code a|b} is the first of these that is offered. The packages of
 *     {@code pip} serve where the system's manager has none, and go into the Python environment of
 *     this project.
 */
public record Toolchain(
    String name, String gives, List<String> probe, Map<String, List<String>> install) {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Keeps immutable copies. */
  public Toolchain {
    probe = List.copyOf(probe);
    install = Map.copyOf(install);
  }

  /** The first line it prints of its version; empty where it is not there. */
  public Optional<String> version() throws InterruptedException {
    try {
      // Asking for a version must not make Go download another one.
      Command.Ended ended = ToolCommand.of(probe, LIMIT).with("GOTOOLCHAIN", "local").run();
      return ended.well()
          ? Optional.of(ended.said().lines().findFirst().orElse(""))
          : Optional.empty();
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** What a person types to get it. */
  public String remedy() {
    return "./switchlab toolchains " + name;
  }
}
