package org.switchlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.switchlab.python.NotPossibleException;
import org.switchlab.python.Project;
import org.switchlab.python.PythonEnvironment;
import org.switchlab.python.PythonEnvironment.Requirements;
import org.switchlab.run.Command;
import org.switchlab.subject.PackageManager;
import org.switchlab.subject.Toolchain;

/**
 * Brings toolchains onto this machine: packages of its system, or else of Python.
 *
 * @param manager of this system, if one is known
 * @param isRoot whether we may install packages of the system
 * @param project whose Python environment takes packages of Python, and whose log takes all that
 *     the managers say
 * @param say tells a person what is being done
 */
record ToolchainInstaller(
    Optional<PackageManager> manager,
    boolean isRoot,
    Supplier<Project> project,
    Consumer<String> say) {

  private static final String PIP = "pip";
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final int SHOWN_LINES = 10;

  /**
   * Installs a toolchain that is missing.
   *
   * @throws NotPossibleException if that cannot be done here, or not by this user; the message says
   *     what to type
   * @throws IOException if it was tried and failed
   */
  void install(Toolchain toolchain) throws IOException, InterruptedException {
    List<String> packages =
        manager.map(known -> toolchain.install().getOrDefault(known.name(), List.of())).orElse(List.of());
    if (!packages.isEmpty()) {
      installOfSystem(manager.orElseThrow(), packages);
    } else if (toolchain.install().containsKey(PIP)) {
      installOfPython(toolchain.install().get(PIP));
    } else {
      throw new NotPossibleException(
          "no package that is known here brings %s; install it by hand, so that this works: %s"
              .formatted(toolchain.gives(), String.join(" ", toolchain.probe())));
    }
  }

  private void installOfSystem(PackageManager system, List<String> packages)
      throws IOException, InterruptedException {
    if (!isRoot) {
      throw new NotPossibleException("only root can install it; type: " + system.typed(packages));
    }
    List<String> names = offered(system, packages);
    say.accept("installing %s with %s".formatted(String.join(" ", names), system.name()));
    run(system.command(names));
  }

  private List<String> offered(PackageManager system, List<String> packages)
      throws IOException, InterruptedException {
    Optional<List<String>> chosen = system.chosen(packages);
    if (chosen.isEmpty() && system.refresh().isPresent()) {
      say.accept("asking which packages there are");
      run(system.refresh().get());
      chosen = system.chosen(packages);
    }
    return chosen.orElseThrow(
        () ->
            new NotPossibleException(
                "the package sources of this system do not offer " + String.join(" ", packages)));
  }

  private void installOfPython(List<String> packages) throws IOException, InterruptedException {
    PythonEnvironment python = PythonEnvironment.ready(project.get(), Requirements.LAB);
    say.accept(
        "installing %s with pip into %s".formatted(String.join(" ", packages), python.prefix()));
    List<String> command =
        new ArrayList<>(List.of(python.program("python").toString(), "-m", "pip", "install"));
    command.addAll(List.of("--disable-pip-version-check", "--no-input"));
    command.addAll(packages);
    run(command);
  }

  private void run(List<String> words) throws IOException, InterruptedException {
    Command.Ended ended =
        new Command(words, LIMIT).with("DEBIAN_FRONTEND", "noninteractive").run();
    Path log = Files.createDirectories(project.get().state()).resolve("install.log");
    Files.writeString(log, ended.said(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (!ended.well()) {
      throw new IOException(
          "'%s' failed; the end of what it said (all of it is in %s):%n%s"
              .formatted(String.join(" ", words), log, end(ended.said())));
    }
  }

  private static String end(String said) {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - SHOWN_LINES))
        .map(line -> "  " + line)
        .collect(Collectors.joining("\n"));
  }
}
