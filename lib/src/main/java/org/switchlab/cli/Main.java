package org.switchlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code switchlab} command. */
@Command(
    name = "switchlab",
    mixinStandardHelpOptions = true,
    version = "SwitchLab 0.1.0",
    scope = CommandLine.ScopeType.INHERIT,
    description = "What a context switch costs on this machine, and why.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {RunCommand.class, ListCommand.class, DoctorCommand.class},
    footer = {
      "",
      "Examples:",
      "  switchlab run           measure Fig. 3 here: chart, table, verdicts",
      "  switchlab doctor        what disturbs measurements on this machine",
      "  switchlab lab           open the notebooks in JupyterLab",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not possible here."
    })
final class Main {

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show stack traces of failures.")
  private boolean debug;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    Interrupts interrupts = Interrupts.interruptThisThread();
    int code;
    try {
      code = commandLine().execute(args);
    } finally {
      interrupts.finished();
    }
    System.exit(code);
  }

  /** The command line, ready to execute; also what completion is generated from. */
  static CommandLine commandLine() {
    Main main = new Main();
    return new CommandLine(main)
        .setExecutionExceptionHandler((failure, command, parsed) -> main.explain(failure, command));
  }

  private int explain(Exception failure, CommandLine command) {
    command.getErr().println("switchlab: " + failure.getMessage());
    if (debug) {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof IllegalArgumentException ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
  }
}
