package org.switchlab.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Style rules, unit tests, property tests and integration tests of all modules, as Maven runs them.
 */
record MavenStep(Path root) implements Step {
  private static final List<String> MODULES = List.of("lib", "kernel-ext");

  private static final Map<String, String> GROUPS =
      Map.of("surefire-reports", "unit", "failsafe-reports", "integration");

  @Override
  public String name() {
    return "unit and integration tests";
  }

  @Override
  public Tally run() throws IOException, InterruptedException {
    for (Path folder : reportFolders()) {
      Folders.delete(folder); // a report of yesterday would be counted
    }
    // A failing test does not stop the others: the reports tell them apart.
    int exitCode =
        Command.run(
            root, List.of("mvn", "-B", "-ntp", "-fae", "-Dmaven.test.failure.ignore", "verify"));
    Tally sum = Tally.NONE;
    for (Path folder : reportFolders()) {
      String group = GROUPS.get(folder.getFileName().toString());
      sum = sum.plus(Reports.in(folder, Groups.all(group)));
    }
    return sum.orFailureOf("mvn verify", exitCode);
  }

  private List<Path> reportFolders() {
    return MODULES.stream()
        .flatMap(
            module ->
                GROUPS.keySet().stream()
                    .sorted(Comparator.reverseOrder())
                    .map(kind -> root.resolve(module).resolve("target").resolve(kind)))
        .toList();
  }
}
