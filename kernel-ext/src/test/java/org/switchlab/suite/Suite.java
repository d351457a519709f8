package org.switchlab.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs every test there is and ends with one summary; {@code ./switchlab test} starts it. */
public final class Suite {
  private static final String USAGE =
      """
      Usage: switchlab test
      Runs everything: style, unit, property and integration tests, the script, the notebooks, JupyterLab in
      a headless Chromium, and, when root, the integration tests again as a user without privileges.
      Progress goes to stderr. The last line on stdout is "N passed, N failed, N skipped".
      """;

  private Suite() {}

  /**
   * Runs the suite: exit code 0 if nothing failed, 1 if something did, 2 for a wrong call.
   *
   * @param arguments the root of the checkout, then what the user gave
   */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> given = List.of(arguments).subList(1, arguments.length);
    if (!given.isEmpty()) {
      System.err.print(USAGE);
      System.exit(given.equals(List.of("--help")) || given.equals(List.of("-h")) ? 0 : 2);
    }
    Path root = Path.of(arguments[0]);
    Map<String, Tally> outcomes = new LinkedHashMap<>();
    long startNs = System.nanoTime();
    for (Step step :
        List.of(new MavenStep(root), new PythonStep(root), new UnprivilegedStep(root))) {
      System.err.println("switchlab: " + step.name());
      outcomes.put(step.name(), outcome(step));
    }
    Tally sum = outcomes.values().stream().reduce(Tally.NONE, Tally::plus);
    System.out.print(summary(outcomes, sum, Duration.ofNanos(System.nanoTime() - startNs)));
    System.exit(sum.failed().isEmpty() ? 0 : 1);
  }

  private static Tally outcome(Step step) throws InterruptedException {
    try {
      return step.run();
    } catch (IOException brokenOff) {
      return Tally.failure(step.name() + " broke off: " + brokenOff);
    }
  }

  static String summary(Map<String, Tally> outcomes, Tally sum, Duration took) {
    StringBuilder text = new StringBuilder("\n");
    outcomes.forEach((name, tally) -> text.append("%-38s %s%n".formatted(name, tally.line())));
    text.append(sum.times().table(took));
    sum.skippedByReason()
        .forEach((reason, count) -> text.append("skipped %d: %s%n".formatted(count, reason)));
    sum.failed().forEach(name -> text.append("FAILED %s%n".formatted(name)));
    return text.append(sum.line()).append('\n').toString();
  }
}
