package org.switchlab.cli;

import static java.time.ZoneOffset.UTC;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.switchlab.draw.TextStyle;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.Setup;
import org.switchlab.plan.Factor;
import org.switchlab.plan.FactorText;
import org.switchlab.result.Result;
import org.switchlab.result.ResultCharts;
import org.switchlab.result.ResultFolder;
import org.switchlab.result.ResultJson;
import org.switchlab.warning.WarningCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;

/**
 * Measures one experiment on this machine and shows and stores its result. Its options are the
 * factors of that experiment, so that help and completion show what it can use and nothing else.
 */
final class RunCommand implements Callable<Integer> {

  /** What runs where no experiment is named. */
  static final String USUAL = "kernel-switch";

  private static final String PURPOSE =
      "Measure an experiment on this machine; show and store the result.";

  /** What every experiment is told of its result; named after its factors. */
  private static final class Output {

    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Folder for the result (default: results/TIME-EXPERIMENT).")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print one JSON document on stdout and nothing else.")
    private boolean json;

    @Option(
        names = "--verbose",
        description = "Also print tables, further drawings, reasons and remedies.")
    private boolean verbose;
  }

  private final Setup<?> setup;
  private final Output output = new Output();
  private final CommandSpec spec;

  private RunCommand(Setup<?> setup) {
    this.setup = setup;
    this.spec = CommandSpec.wrapWithoutInspection(this);
  }

  /**
   * The command {@code run} with the options of one experiment.
   *
   * @param asked its name or a second name
   * @throws IllegalArgumentException listing the experiments there are
   */
  static CommandSpec spec(String asked) {
    return new RunCommand(Catalogue.open(asked)).build(asked);
  }

  /** The command {@code run} in a list of commands: what it does, without its options. */
  static CommandSpec outline() {
    CommandSpec spec = CommandSpec.create().name("run");
    spec.usageMessage().description(PURPOSE);
    return spec;
  }

  /** Name of the experiment. */
  String experiment() {
    return setup.experiment().name();
  }

  private CommandSpec build(String asked) {
    spec.name("run").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            PURPOSE,
            "",
            "These are the options of %s: %s."
                .formatted(setup.experiment().name(), setup.experiment().spec().summary()))
        .footer(RunHelp.footer(asked));
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("EXPERIMENT")
            .type(String.class)
            .description("Name or second name, see 'switchlab list' (default: " + USUAL + ").")
            .completionCandidates(RunHelp.names())
            .build());
    setup.factors().forEach(factor -> spec.addOption(option(factor)));
    spec.addMixin("output", CommandSpec.forAnnotatedObject(output));
    return spec;
  }

  private static OptionSpec option(Factor factor) {
    var option = OptionSpec.builder("--" + factor.word()).description(help(factor));
    if (factor.kind() == Factor.Kind.FLAG) {
      return option.type(boolean.class).build();
    }
    option.paramLabel(FactorText.placeholder(factor)).completionCandidates(factor.choices());
    // A factor that takes one value refuses several itself, naming them.
    return factor.kind() == Factor.Kind.TEXT && !factor.many()
        ? option.type(String.class).build()
        : option.type(List.class).auxiliaryTypes(String.class).splitRegex(",").build();
  }

  private static String help(Factor factor) {
    String choices = String.join(", ", factor.choices());
    boolean said = choices.isEmpty() || factor.choices().stream().allMatch(factor.help()::contains);
    return said ? factor.help() : "%s One of %s.".formatted(factor.help(), choices);
  }

  @Override
  public Integer call() {
    for (Factor factor : setup.factors()) {
      Object given = spec.findOption("--" + factor.word()).getValue();
      if (given instanceof List<?> values) {
        setup.set(factor.word(), values.toArray());
      } else if (given != null && !given.equals(false)) {
        setup.set(factor.word(), given);
      }
    }
    setup.progress(new ProgressLine());
    return output.folder == null ? inNewFolder() : in(output.folder);
  }

  private int inNewFolder() {
    Path folder =
        NewFolder.in(Path.of("results"), setup.experiment().name(), ZonedDateTime.now(UTC));
    try {
      return in(folder);
    } finally {
      NewFolder.dropIfEmpty(folder);
    }
  }

  private int in(Path folder) {
    setup.saveTo(folder);
    return show(setup.run(), folder);
  }

  private int show(Result result, Path folder) {
    PrintWriter print = spec.commandLine().getOut();
    if (output.json) {
      print.println(ResultJson.document(result, folder));
    } else {
      TextStyle style = Terminal.style();
      print.println(output.verbose ? result.toText(style) : result.toScreen(style));
      print.println(whereStored(result, folder));
    }
    print.flush();
    return result.has(WarningCode.NOT_SAVED) ? ExitCode.FAILED : ExitCode.DONE;
  }

  private String whereStored(Result result, Path folder) {
    if (result.has(WarningCode.NOT_SAVED)) {
      return "The result could not be stored; see the warnings.";
    }
    List<String> names = new ArrayList<>(ResultCharts.names(result));
    names.removeIf(name -> !Files.exists(folder.resolve(name)));
    names.addAll(result.presentation().files(result).keySet());
    List<String> lines = new ArrayList<>();
    lines.add("Result folder  " + folder);
    lines.add(
        "In it          " + (names.isEmpty() ? ResultFolder.SUMMARY : String.join(", ", names)));
    if (!output.verbose) {
      lines.add("More           --verbose prints tables, notes, reasons and remedies");
    }
    return String.join("\n", lines);
  }
}
