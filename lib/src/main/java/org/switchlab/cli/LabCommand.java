package org.switchlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.switchlab.file.Writable;
import org.switchlab.python.NotPossibleException;
import org.switchlab.python.Project;
import org.switchlab.python.PythonEnvironment;
import org.switchlab.python.PythonEnvironment.Requirements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Opens JupyterLab on the lessons. */
@Command(
    name = "lab",
    description = "Open JupyterLab on the notebooks, with the kernel \"Java (SwitchLab)\".",
    customSynopsis = "switchlab lab [JUPYTERLAB-OPTION...] [FOLDER-OR-NOTEBOOK]",
    footer = {
      "",
      "Everything else goes to JupyterLab as it is:",
      "  switchlab lab --no-browser --port=9999",
      "  switchlab lab ~/my-notebooks",
      "Ctrl-C stops the server and all kernels."
    })
public final class LabCommand implements Callable<Integer> {
  @Unmatched private List<String> given = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    requireHome(System.getenv());
    Project project = Project.current();
    if (given.stream().allMatch(word -> word.startsWith("-"))
        && !Writable.folder(project.notebooks())) {
      System.err.println(readOnly(project.notebooks()));
    }
    PythonEnvironment python = PythonEnvironment.ready(project, Requirements.LAB);
    boolean root = "root".equals(System.getProperty("user.name"));
    List<String> command = new ArrayList<>(List.of(python.program("jupyter-lab").toString()));
    command.addAll(defaults(project.notebooks(), System.getenv(), root));
    command.addAll(given); // after the defaults: the last one counts
    return Child.run(command, python.variables());
  }

  /**
   * JupyterLab keeps its state at home, and ends with a trace where that cannot be written.
   *
   * @throws NotPossibleException naming the folder and a way out
   */
  static void requireHome(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("HOME", "/")).toAbsolutePath();
    boolean elsewhere =
        List.of("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR").stream()
            .allMatch(environment::containsKey);
    if (!elsewhere && !Files.isWritable(home)) {
      throw new NotPossibleException(
          "JupyterLab keeps its state in the home folder, and %s cannot be written; type: %s"
              .formatted(home, "HOME=$(mktemp -d) ./switchlab lab"));
    }
  }

  /** What to do where the lessons can be read and run, but not saved. */
  static String readOnly(Path notebooks) {
    return "switchlab: "
        + Writable.refused(notebooks)
        + ". For notebooks that you can save type:\n"
        + "  cp -r %s ~/my-notebooks && ./switchlab lab ~/my-notebooks".formatted(notebooks);
  }

  /** What JupyterLab is told unless the user says otherwise. */
  static List<String> defaults(Path notebooks, Map<String, String> environment, boolean root) {
    List<String> options = new ArrayList<>();
    options.add("--ServerApp.root_dir=" + notebooks); // a folder that the user names goes before it
    options.add("--ServerApp.answer_yes=True"); // Ctrl-C stops at once, without a question
    if (!environment.containsKey("DISPLAY") && !environment.containsKey("WAYLAND_DISPLAY")) {
      options.add("--no-browser");
    }
    if (root) {
      options.add("--allow-root"); // a server that root starts on purpose is refused without it
    }
    return options;
  }
}
