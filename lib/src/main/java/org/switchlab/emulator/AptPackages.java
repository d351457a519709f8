package org.switchlab.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.switchlab.file.ScratchFolder;

/**
 * Packages of a Debian or Ubuntu system, downloaded and unpacked into a folder of the user's:
 * nothing is installed, and no right beyond the network is needed.
 */
final class AptPackages {

  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(20);

  /** A package that is new here, not one that would be upgraded: {@code Inst NAME (VERSION …)}. */
  private static final Pattern NEW_PACKAGE = Pattern.compile("(?m)^Inst (\\S+) \\(");

  private static final Pattern DEPENDENCY = Pattern.compile("(?m)^ +Depends: (linux-image-\\S+)");

  private final Path tools;
  private final Path downloads;
  private final Path lists;
  private final List<String> options = new ArrayList<>(List.of("-o", "Debug::NoLocking=1"));

  /** Downloaded into {@code folder} by the apt-get, apt-cache and dpkg-deb in {@code tools}. */
  AptPackages(Path folder, Path tools) throws IOException {
    this.tools = tools;
    downloads = Files.createDirectories(folder.resolve("downloads"));
    lists = folder.resolve("apt");
  }

  /** Those of this system, if it has apt and dpkg. */
  static Optional<AptPackages> ofThisSystem(Path folder) throws IOException {
    Path tools = Path.of("/usr/bin");
    boolean complete =
        Stream.of("apt-get", "apt-cache", "dpkg-deb")
            .allMatch(tool -> Files.isExecutable(tools.resolve(tool)));
    return complete ? Optional.of(new AptPackages(folder, tools)) : Optional.empty();
  }

  /** {@code name} and whatever else of its dependencies is not installed here. */
  List<String> missingFor(String name) throws IOException, InterruptedException {
    Host.End end =
        withLists(List.of("apt-get", "install", "-s", "-y", "--no-install-recommends", name));
    requireSuccess(end, "apt-get install -s " + name);
    return NEW_PACKAGE.matcher(end.output()).results().map(found -> found.group(1)).toList();
  }

  /** The image that the newest kernel package of {@code names} stands for. */
  Optional<String> kernelImage(List<String> names) throws IOException, InterruptedException {
    for (String name : names) {
      Host.End end = withLists(List.of("apt-cache", "depends", name));
      var image = DEPENDENCY.matcher(end.output());
      if (end.success() && image.find()) {
        return Optional.of(image.group(1));
      }
    }
    return Optional.empty();
  }

  /**
   * Downloads {@code names} and unpacks them into {@code target}, which appears whole or not at
   * all. What was downloaded before an interruption is not downloaded again.
   */
  void unpack(List<String> names, Path target) throws IOException, InterruptedException {
    List<String> download = new ArrayList<>(List.of("apt-get", "download"));
    download.addAll(names);
    requireSuccess(apt(download), String.join(" ", download));
    Path unfinished = target.resolveSibling("." + target.getFileName() + ".part");
    ScratchFolder.delete(unfinished);
    Files.createDirectories(unfinished);
    for (Path archive : archives(names)) {
      var unpack = List.of("dpkg-deb", "-x", archive.toString(), unfinished.toString());
      requireSuccess(run(unpack), String.join(" ", unpack));
    }
    ScratchFolder.delete(target);
    Files.move(unfinished, target);
    for (Path archive : archives(names)) {
      Files.delete(archive);
    }
  }

  private List<Path> archives(List<String> names) throws IOException {
    try (Stream<Path> files = Files.list(downloads)) {
      return files
          .filter(file -> names.stream().anyMatch(name -> isArchiveOf(name, file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isArchiveOf(String name, Path file) {
    String plain = name.replaceFirst(":.*", "");
    String fileName = file.getFileName().toString();
    return fileName.startsWith(plain + "_") && fileName.endsWith(".deb");
  }

  /** Runs an inquiry; where the system's lists know nothing, with lists of our own. */
  private Host.End withLists(List<String> command) throws IOException, InterruptedException {
    Host.End end = apt(command);
    if (end.success() || Files.isDirectory(lists)) {
      return end;
    }
    Files.createDirectories(lists.resolve("lists/partial"));
    Files.createDirectories(lists.resolve("cache/archives/partial"));
    options.addAll(List.of("-o", "Dir::State::lists=" + lists.resolve("lists")));
    options.addAll(List.of("-o", "Dir::Cache=" + lists.resolve("cache")));
    options.addAll(List.of("-o", "APT::Sandbox::User="));
    apt(List.of("apt-get", "update"));
    return apt(command);
  }

  private static void requireSuccess(Host.End end, String command) {
    if (!end.success()) {
      throw new NoEmulatorException("'%s' failed: %s".formatted(command, end.output().strip()));
    }
  }

  private Host.End apt(List<String> command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(1, options);
    return run(whole);
  }

  private Host.End run(List<String> command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.set(0, tools.resolve(command.getFirst()).toString());
    return Host.run(downloads, DOWNLOAD_LIMIT, whole);
  }
}
