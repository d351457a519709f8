package org.switchlab.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Programs of this project in a JVM of their own: same JDK, same options, same class path. */
final class FreshJvm {

  /** What {@code switchlab} starts; in a later package, and so known by name only. */
  static final String COMMAND_LINE = "org.switchlab.cli.Main";

  /** Twice the longest budget of a run, and then some. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private FreshJvm() {}

  /**
   * Starts a program.
   *
   * @param options for the JVM; they come last, and so win over those of this one
   * @param mainClass name of the program's class
   * @param arguments the program's
   */
  static Subprocess start(List<String> options, String mainClass, List<String> arguments) {
    List<String> all = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    all.addAll(options);
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    all.addAll(arguments);
    return Subprocess.start(Path.of(System.getProperty("java.home"), "bin", "java"), all);
  }

  /**
   * Runs {@code switchlab run} with {@code arguments} to its end.
   *
   * @return from the start of the JVM to its end, in ns
   * @throws NotMeasurableException if it failed; with the end of what it wrote
   */
  static long runNs(List<String> arguments) throws NotMeasurableException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(arguments);
    long startNs = System.nanoTime();
    try (Subprocess jvm = start(List.of(), COMMAND_LINE, command)) {
      Subprocess.End end = jvm.end(SILENCE);
      long durationNs = System.nanoTime() - startNs;
      if (!end.exit().success()) {
        throw new NotMeasurableException(
            "'switchlab %s' %s: %s"
                .formatted(String.join(" ", command), end.exit().describe(), end.lastLine()));
      }
      return durationNs;
    }
  }
}
