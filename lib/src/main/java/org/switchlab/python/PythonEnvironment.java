package org.switchlab.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder with a Python and the packages that notebooks need.
 *
 * @param prefix the environment's folder, Python's {@code sys.prefix}
 */
public record PythonEnvironment(Path prefix) {

  /**
   * An environment that holds what is required, the kernel included: the active conda environment
   * if it has everything, or else one made in the project's state folder. Says on standard error
   * what takes time; not possible if there is no Python, or the packages cannot be had.
   */
  public static PythonEnvironment ready(Project project, Requirements requirements)
      throws IOException, InterruptedException {
    String conda = System.getenv("CONDA_PREFIX");
    PythonEnvironment environment =
        conda != null && new PythonEnvironment(Path.of(conda)).has(requirements)
            ? new PythonEnvironment(Path.of(conda))
            : new VirtualEnvironment(project).ready(requirements);
    KernelInstaller.onClassPath().install(environment.prefix());
    return environment;
  }

  /** Where a program of this environment is. */
  public Path program(String name) {
    return prefix.resolve("bin").resolve(name);
  }

  /** What a program of this environment wants to see in its own environment. */
  public Map<String, String> variables() {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Map.of("PATH", prefix.resolve("bin") + ":" + path);
  }

  /** Whether every required module is there, without loading one. */
  boolean has(Requirements requirements) throws IOException, InterruptedException {
    Path python = program("python");
    if (!Files.isExecutable(python)) {
      return false;
    }
    String names = "'" + String.join("','", requirements.modules()) + "'";
    String check =
        "import sys, importlib.util as u; sys.exit(not all(u.find_spec(m) for m in [%s]))"
            .formatted(names);
    return new ProcessBuilder(python.toString(), "-c", check).inheritIO().start().waitFor() == 0;
  }
}
