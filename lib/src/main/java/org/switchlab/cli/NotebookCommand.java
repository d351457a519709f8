package org.switchlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.python.Project;
import org.switchlab.python.PythonEnvironment;
import org.switchlab.python.PythonEnvironment.Requirements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Executes a notebook from its first cell to its last, without a browser. */
@Command(
    name = "notebook",
    description = "Execute a notebook; write it with its outputs, or as an HTML page.",
    footer = {
      "",
      "Examples:",
      "  switchlab notebook 01-direct-cost           into 01-direct-cost.executed.ipynb",
      "  switchlab notebook 02-working-set --html    into 02-working-set.html",
      "  switchlab notebook my/own.ipynb --out /tmp/own.ipynb",
      "",
      "Exit code: 0 every cell ran, 1 a cell failed (it is named), 2 no such notebook."
    })
public final class NotebookCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME-OR-PATH",
      description = "A lesson's name, with or without its number, or the path of any .ipynb.")
  private String nameOrPath = "";

  @Option(names = "--html", description = "Write a page instead of a notebook.")
  private boolean html;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write.")
  private @Nullable Path out;

  @Option(
      names = "--cell-timeout",
      paramLabel = "SECONDS",
      defaultValue = "1200",
      description = "How long one cell may take (default: ${DEFAULT-VALUE}).")
  private int cellTimeoutSeconds;

  @Override
  public Integer call() throws Exception {
    Project project = Project.current();
    Path notebook = find(project);
    if (cellTimeoutSeconds <= 0) {
      throw new IllegalArgumentException(
          "--cell-timeout is " + cellTimeoutSeconds + "; it must be 1 second or more.");
    }
    PythonEnvironment python = PythonEnvironment.ready(project, Requirements.LAB);
    Path executor = project.root().resolve("kernel-ext/src/main/python/execute_notebook.py");
    List<String> command =
        new ArrayList<>(List.of(python.program("python").toString(), executor.toString()));
    command.addAll(List.of("--cell-timeout", Integer.toString(cellTimeoutSeconds)));
    command.addAll(List.of("--out", (out == null ? defaultOut(notebook) : out).toString()));
    if (html) {
      command.add("--html");
    }
    command.add(notebook.toString());
    return Child.run(command, python.variables());
  }

  private Path find(Project project) throws Exception {
    Path path = Path.of(nameOrPath);
    if (nameOrPath.endsWith(".ipynb") && Files.isRegularFile(path)) {
      return path;
    }
    List<Path> lessons = project.lessons();
    return lessons.stream()
        .filter(lesson -> isNamed(lesson, nameOrPath))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(lessons)));
  }

  /**
   * Whether a lesson is meant: {@code 01-direct-cost} answers to that, to {@code direct-cost} and
   * to {@code 01}.
   */
  static boolean isNamed(Path lesson, String wanted) {
    String name = stem(lesson);
    String asked = wanted.endsWith(".ipynb") ? stem(Path.of(wanted)) : wanted;
    return name.equals(asked)
        || name.replaceFirst("^\\d+-", "").equals(asked)
        || (asked.matches("\\d+") && name.startsWith(asked + "-"));
  }

  private String unknown(List<Path> lessons) {
    String names =
        lessons.stream().map(lesson -> "  " + stem(lesson)).collect(Collectors.joining("\n"));
    return "There is no notebook "
        + nameOrPath
        + (names.isEmpty() ? ", and no lesson in notebooks/." : ". The lessons are:\n" + names);
  }

  private Path defaultOut(Path notebook) {
    return Path.of(stem(notebook) + (html ? ".html" : ".executed.ipynb"));
  }

  private static String stem(Path notebook) {
    return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
  }
}
