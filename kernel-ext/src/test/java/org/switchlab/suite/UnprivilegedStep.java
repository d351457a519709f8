package org.switchlab.suite;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The integration tests of the library once more, as a user without any right: no capability, no
 * group, no way to get one back. Runs in a copy of the tree that belongs to that user, with JUnit's
 * console, because that user has no Maven repository.
 */
record UnprivilegedStep(Path root) implements Step {
  /** Nobody's number on every Linux; a name may be missing in a container. */
  private static final int NOBODY = 65534;

  private static final Set<String> LEFT_OUT =
      Set.of(".git", ".switchlab", "failsafe-reports", "surefire-reports");

  @Override
  public String name() {
    return "integration tests without privileges";
  }

  @Override
  public Tally run() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Tally.skip("unprivileged run: the whole suite already ran without root");
    }
    if (Command.lastLine(root, asNobody(List.of(java().toString(), "--version"))).isEmpty()) {
      return Tally.skip(
          "unprivileged run: "
              + java()
              + " cannot be run by an ordinary user, or setpriv is missing");
    }
    Path folder = Files.createTempDirectory("switchlab-unprivileged-");
    try {
      return runIn(folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private Tally runIn(Path folder) throws IOException, InterruptedException {
    Path tree = folder.resolve("tree");
    Folders.copy(root, tree, LEFT_OUT);
    Path jars = folder.resolve("jars");
    int copied =
        Command.run(
            root,
            List.of(
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "-pl",
                "lib",
                "dependency:copy-dependencies",
                "-DincludeScope=test",
                "-DoutputDirectory=" + jars));
    if (copied != 0) {
      return Tally.failure("unprivileged run: the test dependencies could not be copied");
    }
    Folders.give(folder, NOBODY);
    Path reports = tree.resolve("lib/target/unprivileged-reports");
    int exitCode = Command.run(tree.resolve("lib"), asNobody(console(folder, tree, jars, reports)));
    return Reports.in(reports, Groups.all("unprivileged"))
        .orFailureOf("the unprivileged run", exitCode);
  }

  private static List<String> console(Path home, Path tree, Path jars, Path reports)
      throws IOException {
    return List.of(
        java().toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-Dswitchlab.native=" + tree.resolve("lib/target/native"),
        "-Dswitchlab.version=" + version(tree),
        "-Duser.home=" + home,
        "-Djava.io.tmpdir=" + home,
        "-cp",
        "target/test-classes:target/classes:" + jars + "/*",
        "org.junit.platform.console.ConsoleLauncher",
        "execute",
        "--scan-classpath=target/test-classes",
        "--include-classname=.*IT",
        "--exclude-tag=same-without-rights", // they build and run programs that ask for no right
        "--details=tree",
        "--disable-ansi-colors",
        "--disable-banner",
        "--reports-dir=" + reports);
  }

  /** The version that Maven built; the runner carries it. */
  private static String version(Path tree) throws IOException {
    Properties built = new Properties();
    Path file = tree.resolve("lib/target/maven-archiver/pom.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      built.load(reader);
    }
    return built.getProperty("version");
  }

  private static List<String> asNobody(List<String> command) {
    List<String> drop =
        List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=-all",
            "--bounding-set=-all",
            "--no-new-privs",
            "--");
    return java.util.stream.Stream.concat(drop.stream(), command.stream()).toList();
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
