package org.switchlab.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.switchlab.file.ScratchFolder;

/**
 * A QEMU that emulates x86-64.
 *
 * @param command how it is started: its file, perhaps behind {@code env} with variables
 * @param version as it says itself, for instance {@code 7.2.22}
 */
record Qemu(List<String> command, Path program, String version) {

  static final String NAME = "qemu-system-x86_64";
  private static final Pattern VERSION = Pattern.compile("version (\\S+)");
  private static final Duration MOMENT = Duration.ofSeconds(30);

  /** Where one is on {@code path}, a list of folders as in {@code $PATH}; best first. */
  static List<Path> onPath(String path) {
    return all(path, NAME).toList();
  }

  /** The first executable file called {@code name} in the folders of {@code path}. */
  static Optional<Path> find(String path, String name) {
    return all(path, name).findFirst();
  }

  private static Stream<Path> all(String path, String name) {
    return Stream.of(path.split(":", -1))
        .map(folder -> Path.of(folder.isEmpty() ? "." : folder, name))
        .filter(Files::isExecutable);
  }

  /** The one in the file {@code program}. */
  static Qemu installed(Path program) throws IOException, InterruptedException {
    return started(List.of(program.toString()), program);
  }

  /**
   * Why it does not take {@code plugin}; empty if it does. It is started up to where it looks for a
   * kernel, which is not there.
   *
   * <p>The interface has versions, and one QEMU takes few of them; api.c of the plugin says which.
   */
  Optional<String> refusalOf(Plugin plugin) throws IOException, InterruptedException {
    try (ScratchFolder scratch = ScratchFolder.open("switchlab-probe")) {
      List<String> probe = new ArrayList<>(command);
      probe.addAll(List.of("-nodefaults", "-display", "none", "-m", "32"));
      probe.addAll(List.of("-kernel", scratch.path().resolve("none").toString()));
      probe.addAll(List.of("-plugin", plugin.option(scratch.path().resolve("counts"), true)));
      Host.End end = Host.run(scratch.path(), MOMENT, probe);
      return Optional.of(end.output().strip()).filter(said -> said.contains("plugin"));
    }
  }

  /** That it does not take the plugin, what it {@code said}, and what to do. */
  NoEmulatorException refused(String said) {
    return new NoEmulatorException(
        ("QEMU %s does not take the plugin. It needs QEMU 6.2 to 10.x, built with plugins, as the"
                + " packages of Debian, Ubuntu and Fedora are. Remove another one from PATH, or"
                + " install one of those. It said: %s")
            .formatted(version, said));
  }

  /** The one unpacked into {@code root} with the libraries it needs beside the system's. */
  static Qemu unpacked(Path root) throws IOException, InterruptedException {
    Path program = root.resolve("usr/bin/" + NAME);
    List<String> libraries = libraryFolders(root);
    String modules =
        libraries.stream()
            .map(folder -> folder + "/qemu")
            .filter(folder -> Files.isDirectory(Path.of(folder)))
            .findFirst()
            .orElse("");
    List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
    command.add("LD_LIBRARY_PATH=" + String.join(":", libraries));
    command.add("QEMU_MODULE_DIR=" + modules);
    command.add(program.toString());
    // Firmware that the system has already was not fetched again.
    for (Path place : List.of(root, Path.of("/"))) {
      for (String data : List.of("usr/share/qemu", "usr/share/seabios", "usr/lib/ipxe/qemu")) {
        command.addAll(List.of("-L", place.resolve(data).toString()));
      }
    }
    return started(List.copyOf(command), program);
  }

  private static List<String> libraryFolders(Path root) throws IOException {
    List<String> folders = new ArrayList<>();
    for (Path base : List.of(root.resolve("usr/lib"), root.resolve("lib"))) {
      if (Files.isDirectory(base)) {
        try (Stream<Path> children = Files.list(base)) {
          children.map(Path::toString).filter(n -> n.endsWith("-linux-gnu")).forEach(folders::add);
        }
      }
    }
    return folders;
  }

  private static Qemu started(List<String> command, Path program)
      throws IOException, InterruptedException {
    List<String> question = new ArrayList<>(command);
    question.add("--version");
    Host.End end = Host.run(Path.of("/"), MOMENT, question);
    Matcher version = VERSION.matcher(end.output());
    if (!end.success() || !version.find()) {
      throw new NoEmulatorException(
          "%s does not start: %s; repair or remove it, and another is prepared"
              .formatted(program, end.output().strip()));
    }
    return new Qemu(command, program, version.group(1));
  }
}
