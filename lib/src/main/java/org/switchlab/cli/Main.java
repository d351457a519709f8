package org.switchlab.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.util.List;
import org.switchlab.counter.CounterException;
import org.switchlab.emulator.NoEmulatorException;
import org.switchlab.file.Reason;
import org.switchlab.os.NativeCodeError;
import org.switchlab.python.NotPossibleException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The {@code switchlab} command. */
@Command(
    name = "switchlab",
    mixinStandardHelpOptions = true,
    version = "SwitchLab 0.1.0",
    scope = CommandLine.ScopeType.INHERIT,
    description = "What a context switch costs on this machine, and why.",
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  /** The commands beside {@code run}, in the order of the help. */
  private static final List<Class<?>> OTHERS =
      List.of(
          PrintingCommands.ListExperiments.class,
          PrintingCommands.Doctor.class,
          CountCommand.class,
          BenchCommand.class,
          LabCommand.class,
          NotebookCommand.class,
          PrintingCommands.Environment.class,
          ToolchainsCommand.class,
          PrintingCommands.Completion.class);

  /** Set once the other commands are there, which would inherit it. */
  private static final String[] FOOTER = {
    "",
    "Two commands of the script itself:",
    "  test         Run every test, in a browser and as a user without rights too.",
    "  clean        Remove what was built and the Python environment.",
    "",
    "Examples:",
    "  switchlab run            measure Fig. 3 here: chart, table, verdicts",
    "  switchlab run --quick    the same coarsely, in seconds",
    "  switchlab count -- ls    instructions and misses of any program",
    "  switchlab doctor         what disturbs measurements on this machine",
    "  switchlab bench          what this project promises, and whether it holds here",
    "  switchlab lab            open the notebooks in JupyterLab",
    "",
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 not possible here."
  };

  @Option(
      names = "--debug",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show stack traces of failures.")
  private boolean debug;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    Interrupts interrupts = Interrupts.interruptThisThread();
    Charset charset = System.out.charset();
    Output output = Output.standard();
    int code =
        execute(
            output,
            new PrintWriter(output, true, charset),
            new PrintWriter(System.err, true, charset),
            args);
    System.exit(interrupts.exitCode(code));
  }

  /** The same, whose code tells too whether all of the output arrived. */
  static int execute(Output output, PrintWriter out, PrintWriter err, String... args) {
    int code = execute(out, err, args);
    out.flush();
    if (output.isWhole() || code != ExitCode.DONE) {
      return code;
    }
    if (output.hasNoReader()) {
      return ExitCode.NO_READER;
    }
    err.println("switchlab: the output could not be written whole: " + output.why());
    return ExitCode.FAILED;
  }

  /** Where too few files may be open, the class that would say so cannot be read either. */
  private static String sentence(LinkageError failure) {
    try {
      return NativeCodeError.told().orElseThrow(() -> failure);
    } catch (NoClassDefFoundError unreadable) {
      return "a part of the program cannot be read ("
          + unreadable.getMessage()
          + "): let more files be open (ulimit -n 1024), or build it again (./switchlab clean)";
    }
  }

  /** Runs one command, printing there; answers its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... args) {
    try {
      return commandLine(args).setOut(out).setErr(err).execute(args);
    } catch (IllegalArgumentException e) {
      // No experiment of that name: there are no options to read.
      err.println("switchlab: " + e.getMessage());
      if (List.of(args).contains("--debug")) {
        e.printStackTrace(err);
      }
      return ExitCode.WRONG_USAGE;
    } catch (LinkageError e) {
      err.println("switchlab: " + sentence(e));
      return ExitCode.NOT_POSSIBLE_HERE;
    }
  }

  /**
   * The command line, ready to execute {@code args}: {@code run} has the options of the experiment
   * that they ask for.
   *
   * @throws IllegalArgumentException if there is no such experiment
   */
  static CommandLine commandLine(String... args) {
    Main main = new Main();
    CommandLine line = new CommandLine(main).addSubcommand("run", run(List.of(args)));
    OTHERS.forEach(line::addSubcommand);
    line.getCommandSpec().usageMessage().footer(FOOTER);
    IParameterExceptionHandler usual = line.getParameterExceptionHandler();
    return line.setExecutionExceptionHandler(
            (failure, command, parsed) -> main.explain(failure, command))
        .setParameterExceptionHandler((failure, all) -> RunHelp.refuse(failure, all, usual));
  }

  /** Other commands do without the options of {@code run}, and so begin sooner. */
  private static CommandSpec run(List<String> words) {
    List<String> after = words.stream().dropWhile(word -> word.startsWith("-")).toList();
    return switch (after.isEmpty() ? "" : after.getFirst()) {
      case "run" -> RunCommand.spec(RunHelp.asked(after.subList(1, after.size())));
      case "completion" -> RunCommand.spec(RunCommand.USUAL);
      default -> RunCommand.outline();
    };
  }

  private int explain(Exception failure, CommandLine command) {
    command.getErr().println("switchlab: " + sentence(failure));
    if (debug) {
      failure.printStackTrace(command.getErr());
    }
    return switch (failure) {
      case IllegalArgumentException wrong -> ExitCode.WRONG_USAGE;
      case NotPossibleException impossible -> ExitCode.NOT_POSSIBLE_HERE;
      case CounterException none when none.getCause() instanceof NoEmulatorException ->
          ExitCode.NOT_POSSIBLE_HERE;
      default -> ExitCode.FAILED;
    };
  }

  /** What is said of a failure; some come without a message of their own. */
  static String sentence(Exception failure) {
    if (failure instanceof InterruptedException) {
      return "interrupted before there was anything to show";
    }
    if (failure instanceof FileSystemException inputOrOutput) {
      return Reason.of(inputOrOutput); // its own message is a path alone
    }
    return failure.getMessage() == null
        ? "failed without saying why: --debug shows where"
        : failure.getMessage();
  }
}
