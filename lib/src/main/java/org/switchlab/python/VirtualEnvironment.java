package org.switchlab.python;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.switchlab.python.PythonEnvironment.Requirements;

/** The environment that SwitchLab makes for itself, in {@code .switchlab/venv}. */
final class VirtualEnvironment {
  private static final int SHOWN_LOG_LINES = 15;

  /**
   * JupyterLab asks each new environment whether to fetch news from the network; a lab answers no.
   */
  private static final String NO_NEWS =
      "{\"disabledExtensions\": {\"@jupyterlab/apputils-extension:announcements\": true}}\n";

  private final Project project;
  private final Path state;
  private final PythonEnvironment environment;
  private final Path log;

  /** The one in {@code state}, which need not be there yet. */
  VirtualEnvironment(Project project, Path state) {
    this.project = project;
    this.state = state;
    this.environment = new PythonEnvironment(state.resolve("venv"));
    this.log = state.resolve("python.log");
  }

  PythonEnvironment environment() {
    return environment;
  }

  /**
   * Makes or completes the environment; does nothing if the last one was made from the same pins.
   */
  PythonEnvironment ready(Requirements requirements) throws IOException, InterruptedException {
    if (isComplete(requirements)) {
      return environment;
    }
    Files.createDirectories(state);
    Path lockFile = state.resolve("python.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid()
          && !isComplete(requirements)) { // another process may have made it while we waited
        make(requirements);
      }
    }
    return environment;
  }

  /** Whether it is there, readable by this user, at its place and made from the same pins. */
  boolean isComplete(Requirements requirements) throws IOException {
    Path stamp = stamp(requirements);
    return Files.isExecutable(environment.program("python"))
        && isAtItsPlace()
        && Files.isReadable(stamp)
        && Files.readString(stamp).equals(requirements.fingerprint(project.root()));
  }

  /**
   * Whether it was made in this folder: the programs of one that was copied run what stands in the
   * folder it was copied from. Python tells since 3.11.
   */
  private boolean isAtItsPlace() throws IOException {
    Path about = environment.prefix().resolve("pyvenv.cfg");
    return !Files.isRegularFile(about)
        || Files.readAllLines(about).stream()
            .filter(line -> line.startsWith("command = "))
            .allMatch(line -> line.endsWith(" " + environment.prefix()));
  }

  private void make(Requirements requirements) throws IOException, InterruptedException {
    Files.deleteIfExists(log);
    if (!isAtItsPlace() || !runs(environment.program("python"))) {
      say("making a Python environment in " + environment.prefix());
      run(
          List.of("python3", "-m", "venv", "--clear", environment.prefix().toString()),
          "Python 3 with its venv module is needed (Debian and Ubuntu: sudo apt-get install python3"
              + " python3-venv).");
    }
    say("installing JupyterLab and what belongs to it; about a minute (log: " + log + ")");
    List<String> install = new ArrayList<>();
    install.addAll(List.of(environment.program("python").toString(), "-m", "pip", "install"));
    install.addAll(List.of("--disable-pip-version-check", "--no-input"));
    for (Path file : requirements.files(project.root())) {
      install.addAll(List.of("-r", file.toString()));
    }
    run(install, "The Python packages could not be installed; is there a network?");
    Path news = environment.prefix().resolve("etc/jupyter/labconfig/page_config.json");
    Files.createDirectories(news.getParent());
    Files.writeString(news, NO_NEWS);
    Files.writeString(stamp(requirements), requirements.fingerprint(project.root()));
  }

  /** Written last, so that an interrupted installation is taken up again. */
  private Path stamp(Requirements requirements) {
    return environment
        .prefix()
        .resolve("switchlab-" + requirements.name().toLowerCase(Locale.ROOT) + ".sha256");
  }

  /** A Python whose interpreter was upgraded or removed below it is there and does not run. */
  private static boolean runs(Path python) throws IOException, InterruptedException {
    return Files.isExecutable(python)
        && new ProcessBuilder(python.toString(), "-m", "pip", "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
  }

  private void run(List<String> command, String remedy) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    int exitCode;
    try {
      exitCode = builder.start().waitFor();
    } catch (IOException notFound) {
      throw new NotPossibleException(command.getFirst() + " was not found. " + remedy);
    }
    if (exitCode != 0) {
      List<String> lines = Files.readAllLines(log);
      lines
          .subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size())
          .forEach(System.err::println);
      throw new NotPossibleException(remedy + " All of the output is in " + log + ".");
    }
  }

  private static void say(String message) {
    System.err.println("switchlab: " + message);
  }
}
