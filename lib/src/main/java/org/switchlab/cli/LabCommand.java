package org.switchlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.switchlab.cli.python.PythonEnvironment;
import org.switchlab.cli.python.Requirements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Opens JupyterLab on the lessons. */
@Command(
    name = "lab",
    description = "Open JupyterLab on the notebooks, with the kernel \"Java (SwitchLab)\".",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "What is not known here goes to JupyterLab:",
      "  switchlab lab --no-browser --port 9999",
      "Ctrl-C stops the server and all kernels."
    })
public final class LabCommand implements Callable<Integer> {
  @Unmatched private List<String> options = new ArrayList<>();

  @Parameters(
      paramLabel = "FOLDER-OR-NOTEBOOK",
      arity = "0..1",
      description = "Default: notebooks/")
  private List<String> target = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Project project = Project.current();
    PythonEnvironment python = PythonEnvironment.ready(project, Requirements.LAB);
    List<String> command = new ArrayList<>(List.of(python.program("jupyter-lab").toString()));
    command.addAll(defaults(System.getenv(), options, isRoot()));
    command.addAll(options);
    command.add(target.isEmpty() ? project.notebooks().toString() : target.getFirst());
    return Child.run(command, python.variables());
  }

  /** What JupyterLab is told unless the user says otherwise. */
  static List<String> defaults(Map<String, String> environment, List<String> given, boolean root) {
    List<String> options = new ArrayList<>();
    options.add("--ServerApp.answer_yes=True"); // Ctrl-C stops at once, without a question
    boolean display =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    if (!display && !given.contains("--no-browser")) {
      options.add("--no-browser");
    }
    if (root && !given.contains("--allow-root")) {
      options.add("--allow-root"); // a server that root starts on purpose is refused without it
    }
    return options;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
