package org.switchlab.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.file.Sha256;

/**
 * A folder with a Python and the packages that notebooks need.
 *
 * @param prefix the environment's folder, Python's {@code sys.prefix}
 * @param jupyterData Jupyter's data folder with this checkout's kernel: the environment's or, where
 *     that is another user's or another checkout's, one of the user's own
 */
public record PythonEnvironment(Path prefix, Path jupyterData) {

  /** One that holds the kernel too. */
  PythonEnvironment(Path prefix) {
    this(prefix, sharedData(prefix));
  }

  /** What a Python environment must hold, as pinned files in {@code kernel-ext/}. */
  @SuppressWarnings("ImmutableEnumChecker") // the lists are List.of(…)
  public enum Requirements {
    /** To open and to execute notebooks. */
    LAB(List.of("requirements.txt"), List.of("jupyterlab", "jjava", "nbclient", "nbconvert")),
    /** To run the end-to-end tests too. */
    TEST(
        List.of("requirements.txt", "requirements-test.txt"),
        List.of("jupyterlab", "jjava", "nbclient", "nbconvert", "pytest", "playwright"));

    private final List<String> files;
    private final List<String> modules;

    Requirements(List<String> files, List<String> modules) {
      this.files = files;
      this.modules = modules;
    }

    /** The pinned files, under the project's root. */
    List<Path> files(Path root) {
      return files.stream().map(file -> root.resolve("kernel-ext").resolve(file)).toList();
    }

    /** The modules by which an environment of the user's is recognised. */
    List<String> modules() {
      return modules;
    }

    /** A hash of all pins: as long as it stays, an environment made from them is complete. */
    String fingerprint(Path root) throws IOException {
      var pins = new ByteArrayOutputStream();
      for (Path file : files(root)) {
        Files.copy(file, pins);
      }
      return Sha256.of(pins.toByteArray());
    }
  }

  /** An environment that holds what is required and the kernel; see {@link #holding}. */
  public static PythonEnvironment ready(Project project, Requirements requirements)
      throws IOException, InterruptedException {
    Path prefix = holding(project, requirements).prefix();
    return new PythonEnvironment(
        prefix, KernelInstaller.onClassPath().install(prefix, project::ownState));
  }

  /**
   * An environment that holds what is required: the active conda environment if it has everything,
   * or else one made in the project's state folder. Says on standard error what takes time; not
   * possible if there is no Python, or the packages cannot be had.
   */
  public static PythonEnvironment holding(Project project, Requirements requirements)
      throws IOException, InterruptedException {
    String conda = System.getenv("CONDA_PREFIX");
    return conda != null && new PythonEnvironment(Path.of(conda)).has(requirements)
        ? new PythonEnvironment(Path.of(conda))
        : made(project, requirements);
  }

  /** The checkout's, which may be another user's; the user's own if that one lacks something. */
  static PythonEnvironment made(Project project, Requirements requirements)
      throws IOException, InterruptedException {
    VirtualEnvironment shared = new VirtualEnvironment(project, project.state());
    return shared.isComplete(requirements)
        ? shared.environment()
        : new VirtualEnvironment(project, project.ownState()).ready(requirements);
  }

  /** Where a program of this environment is. */
  public Path program(String name) {
    return prefix.resolve("bin").resolve(name);
  }

  /** What a program of this environment wants to see in its own environment. */
  public Map<String, String> variables() {
    return variables(System.getenv());
  }

  /**
   * Jupyter takes the first kernel of a name, and looks into JUPYTER_PATH before its own folder and
   * sometimes into the user's: another checkout's kernel may be there. So ours comes first.
   */
  Map<String, String> variables(Map<String, String> around) {
    return Map.of(
        "PATH",
            before(prefix.resolve("bin").toString(), around.getOrDefault("PATH", "/usr/bin:/bin")),
        "JUPYTER_PATH", before(kernels(), around.getOrDefault("JUPYTER_PATH", "")));
  }

  private String kernels() {
    return Stream.of(jupyterData, sharedData(prefix))
        .distinct()
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  private static Path sharedData(Path prefix) {
    return prefix.resolve("share/jupyter");
  }

  private static String before(String folders, String others) {
    return others.isEmpty() ? folders : folders + ":" + others;
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
