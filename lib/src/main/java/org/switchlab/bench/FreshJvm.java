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

  /** Starts a program; {@code options} for its JVM come last, and so win over this one's. */
  static Subprocess start(List<String> options, String mainClass, List<String> arguments) {
    List<String> all = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    all.addAll(options);
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    all.addAll(arguments);
    return Subprocess.start(Path.of(System.getProperty("java.home"), "bin", "java"), all);
  }

  /** Runs {@code switchlab run} in a JVM; the time in ns from its start to its end. */
  static long runNs(List<String> arguments) throws NotMeasurableException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(arguments);
    long startNs = System.nanoTime();
    try (Subprocess jvm = start(List.of(), COMMAND_LINE, command)) {
      Subprocess.End end = jvm.end(SILENCE);
      long durationNs = System.nanoTime() - startNs;
      end.requireSuccess("'switchlab %s'".formatted(String.join(" ", command)));
      return durationNs;
    }
  }
}
