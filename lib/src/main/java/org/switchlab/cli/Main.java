package org.switchlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "switchlab",
    description = "What a context switch costs on this machine, and why.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Two commands of the script itself:",
      "  test         Run every test there is, the browser and the unprivileged user included.",
      "  clean        Remove what was built and the Python environment."
    },
    subcommands = {
      LabCommand.class,
      NotebookCommand.class,
      EnvironmentCommand.class,
      CompletionCommand.class
    })
public final class Main {
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

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println("switchlab: " + failure.getMessage());
              return failure instanceof NotPossibleException
                  ? ExitCode.NOT_POSSIBLE_HERE
                  : ExitCode.FAILED;
            });
  }
}
