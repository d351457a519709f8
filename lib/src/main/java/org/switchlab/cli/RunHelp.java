package org.switchlab.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.Experiment;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What {@code run} says of itself, and which experiment a command line asks for. */
final class RunHelp {

  private static final String[] EXAMPLES = {
    "",
    "Examples:",
    "  switchlab run                        Fig. 3 on this machine, about a minute",
    "  switchlab run --quick                the same coarsely, in seconds",
    "  switchlab run direct-cost            the cost of a switch without any array",
    "  switchlab run fig3 --sizes 16K,32K,64K --strides 0,8,64 --budget 2m",
    "  switchlab run fig3 --until decided   goes on until every verdict is decided",
    "  switchlab run fig3 --json --out DIR  one JSON document; files in DIR",
    "  switchlab run switch-ladder          from a function call to a process switch",
    "  switchlab run paper                  every figure and claim, one report (report.html)",
    "  switchlab run fig8 --source emulated L1d misses of a model of the paper's machine",
    "",
    "'switchlab run EXPERIMENT --help' shows the options of that experiment.",
    "Ctrl-C ends a run and shows what it has. Progress goes to stderr, results to stdout."
  };

  private RunHelp() {}

  /** What stands below the options: where none is asked for, every experiment. */
  static String[] footer(String asked) {
    List<String> lines = new ArrayList<>();
    if (asked.equals(RunCommand.USUAL)) {
      lines.addAll(List.of("", "Experiments ('switchlab list' says more):"));
      lines.add(
          "  " + Catalogue.all().stream().map(Experiment::name).collect(Collectors.joining(", ")));
    }
    lines.addAll(Arrays.asList(EXAMPLES));
    return lines.toArray(String[]::new);
  }

  /** Every name and second name. */
  static List<String> names() {
    return Catalogue.all().stream()
        .flatMap(e -> Stream.concat(Stream.of(e.name()), e.spec().aliases().keySet().stream()))
        .toList();
  }

  /**
   * The experiment that the arguments after {@code run} ask for: the first word that is no option
   * and no option's value; the usual one if there is none.
   */
  static String asked(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String before = i == 0 ? "" : arguments.get(i - 1);
      String word = arguments.get(i);
      if (!word.startsWith("-") && (!isOption(before) || names().contains(word))) {
        return word;
      }
    }
    return RunCommand.USUAL;
  }

  /** Whether a word may take the next one as its value. */
  private static boolean isOption(String word) {
    boolean flag =
        List.of("--quick", "--paper", "--json", "--verbose", "--debug", "--help").contains(word);
    return word.startsWith("-") && !word.contains("=") && !flag;
  }

  /** Says what an experiment can be told where it was told something else. */
  static int refuse(
      ParameterException failure, String[] arguments, IParameterExceptionHandler usual)
      throws Exception {
    CommandLine command = failure.getCommandLine();
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || !(command.getCommandSpec().userObject() instanceof RunCommand run)) {
      return usual.handleParseException(failure, arguments);
    }
    command
        .getErr()
        .println(
            "switchlab: %s has no use for %s; it can be told: %s"
                .formatted(
                    run.experiment(),
                    String.join(" ", unmatched.getUnmatched()),
                    command.getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .collect(Collectors.joining(", "))));
    return ExitCode.WRONG_USAGE;
  }
}
