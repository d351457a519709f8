package org.switchlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.switchlab.python.NotPossibleException;
import org.switchlab.python.Project;
import org.switchlab.subject.PackageManager;
import org.switchlab.subject.Subject;
import org.switchlab.subject.SubjectProgram;
import org.switchlab.subject.Subjects;
import org.switchlab.subject.Toolchain;
import org.switchlab.subject.Toolchains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows which toolchains the programs in other languages need, and installs them. */
@Command(
    name = "toolchains",
    description = "Show the languages that programs are measured in, or install them.",
    footer = {
      "",
      "Examples:",
      "  switchlab toolchains           which there are, and what each is for",
      "  switchlab toolchains go rust   install these two",
      "  switchlab toolchains all       install all that are missing",
      "",
      "Packages of the system are installed as root; for others it prints what to",
      "type. Exit codes: 0 all are there now, 1 an installation failed, 2 no such",
      "toolchain, 3 one cannot be installed here or by this user."
    })
public final class ToolchainsCommand implements Callable<Integer> {

  private static final String ALL = "all";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "What to install: names of the list, or all (default: show the list).")
  private List<String> names = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (names.isEmpty()) {
      for (Toolchain toolchain : Toolchains.all()) {
        out.print(entry(toolchain, toolchain.version()));
        out.flush();
      }
      return ExitCode.DONE;
    }
    List<Toolchain> wanted =
        names.contains(ALL)
            ? Toolchains.all()
            : names.stream().map(Toolchains::named).distinct().toList();
    return install(wanted, installer(), out, spec.commandLine().getErr());
  }

  private static ToolchainInstaller installer() {
    return new ToolchainInstaller(
        PackageManager.on(Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin")),
        "root".equals(System.getProperty("user.name")),
        Project::current,
        words -> System.err.println("switchlab: " + words));
  }

  /** Goes on after one that cannot be installed; answers the exit code of the worst. */
  static int install(
      List<Toolchain> wanted, ToolchainInstaller installer, PrintWriter out, PrintWriter err)
      throws InterruptedException {
    int worst = ExitCode.DONE;
    for (Toolchain toolchain : wanted) {
      try {
        out.println(toolchain.name() + ": " + installed(toolchain, installer));
      } catch (NotPossibleException e) {
        err.println("switchlab: " + toolchain.name() + " is missing: " + e.getMessage());
        worst = worst == ExitCode.FAILED ? worst : ExitCode.NOT_POSSIBLE_HERE;
      } catch (IOException e) {
        err.println("switchlab: " + toolchain.name() + " is missing: " + e.getMessage());
        worst = ExitCode.FAILED;
      }
    }
    return worst;
  }

  /** Its version, after it was installed if need be. */
  private static String installed(Toolchain toolchain, ToolchainInstaller installer)
      throws IOException, InterruptedException {
    Optional<String> before = toolchain.version();
    if (before.isPresent()) {
      return before.get();
    }
    installer.install(toolchain);
    return toolchain
        .version()
        .orElseThrow(
            () ->
                new NotPossibleException(
                    "what was installed is not %s, since this does not work: %s"
                        .formatted(toolchain.gives(), String.join(" ", toolchain.probe()))));
  }

  /** What the list says of a toolchain. */
  static String entry(Toolchain toolchain, Optional<String> version) {
    String state =
        version
            .map(here -> "here: " + here)
            .orElse("missing; type: " + toolchain.remedy());
    return Terminal.entry(toolchain.name(), toolchain.gives())
        + Terminal.entry("", state)
        + Terminal.entry("", "for " + subjects(toolchain));
  }

  private static String subjects(Toolchain toolchain) {
    String all =
        Subjects.programs().stream()
            .filter(program -> program.needs().contains(toolchain.name()))
            .map(SubjectProgram::subjects)
            .flatMap(List::stream)
            .map(Subject::name)
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "nothing yet" : all;
  }
}
