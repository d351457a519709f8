package org.switchlab.subject;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.switchlab.run.Command;

/**
 * What installs packages of this machine's system. The script {@code switchlab} knows the same
 * ones, for what is needed before any Java runs.
 *
 * @param name of its program
 * @param install the words before the packages' names
 */
public record PackageManager(String name, List<String> install) {

  private static final String DEBIANS = "apt-get";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private static final List<PackageManager> KNOWN =
      List.of(
          of("apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends"),
          of("dnf install -y"),
          of("apk add"),
          of("pacman -S --noconfirm --needed"),
          of("zypper --non-interactive install"));

  /** Keeps an immutable copy. */
  public PackageManager {
    install = List.copyOf(install);
  }

  private static PackageManager of(String install) {
    List<String> words = List.of(install.split(" ", -1));
    return new PackageManager(words.getFirst(), words);
  }

  /** The first that is in a folder of {@code path}, like PATH. */
  public static Optional<PackageManager> on(String path) {
    return KNOWN.stream().filter(known -> isOn(path, known.name)).findFirst();
  }

  private static boolean isOn(String path, String program) {
    return Stream.of(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The command that installs packages, for root. */
  public List<String> command(List<String> packages) {
    List<String> words = new ArrayList<>(install);
    words.addAll(packages);
    return words;
  }

  /**
   * What a person types to install packages; of {@code a|b} the first that is offered, or else the
   * first.
   */
  public String typed(List<String> packages) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    for (String alternatives : packages) {
      names.add(offered(alternatives).orElse(alternatives.split("\\|", -1)[0]));
    }
    return "sudo " + String.join(" ", command(names)).replace(" -o DPkg::Lock::Timeout=300", "");
  }

  /** The packages to install, of {@code a|b} the first that is offered; empty if one is not. */
  public Optional<List<String>> chosen(List<String> packages)
      throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    for (String alternatives : packages) {
      Optional<String> name = offered(alternatives);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return Optional.of(names);
  }

  private Optional<String> offered(String alternatives) throws IOException, InterruptedException {
    for (String name : alternatives.split("\\|", -1)) {
      if (offers(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Others than Debian's have one name for a package in all their releases. */
  private boolean offers(String name) throws IOException, InterruptedException {
    if (!this.name.equals(DEBIANS)) {
      return true;
    }
    Command policy = new Command(List.of("apt-cache", "policy", name), LIMIT).with("LC_ALL", "C");
    String said = policy.run().said();
    return said.contains("Candidate: ") && !said.contains("Candidate: (none)");
  }

  /** The command that learns which packages there are, where a new system knows none. */
  public Optional<List<String>> refresh() {
    return name.equals(DEBIANS) ? Optional.of(List.of(DEBIANS, "update")) : Optional.empty();
  }
}
