package org.switchlab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.switchlab.experiment.Experiment;
import org.switchlab.result.PaperResult;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.warning.WarningCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures one experiment on this machine and shows and stores its result. */
@Command(
    name = "run",
    description = "Measure an experiment on this machine; show and store the result.",
    footer = {
      "",
      "Examples:",
      "  switchlab run                        Fig. 3 on this machine, about a minute",
      "  switchlab run --quick                the same coarsely, in seconds",
      "  switchlab run direct-cost            the cost of a switch without any array",
      "  switchlab run fig3 --sizes 16K,32K,64K --strides 0,8,64 --precision 0.01",
      "  switchlab run fig3 --json --out DIR  one JSON document; files in DIR",
      "  switchlab run switch-ladder          from a function call to a process switch",
      "  switchlab run switch-ladder --rungs gthread,gthread-register,pipe-process",
      "  switchlab run direct-cost --paper --scale 0.1",
      "  switchlab run paper                  every figure and claim, one report (report.html)",
      "  switchlab run fig8 --source emulated L1d misses, counted by a model of the paper's machine",
      "  switchlab run dtlb-misses --level user --preset ryzen-7-5800x",
      "  switchlab run timeline               Fig. 1: who runs when; --sizes, --strides, --rounds",
      "  switchlab run access-pattern         Fig. 2: what a walk touches; --sizes, --strides",
      "  switchlab run protocols --quick      published wrong methods beside the right one",
      "",
      "Ctrl-C ends a run and shows what it has. Progress goes to stderr, results to stdout."
    })
final class RunCommand implements Callable<Integer> {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  @Parameters(
      index = "0",
      paramLabel = "EXPERIMENT",
      defaultValue = "kernel-switch",
      description = "Name or second name, see 'switchlab list' (default: ${DEFAULT-VALUE}).")
  private String name = "kernel-switch";

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the result (default: results/TIME-EXPERIMENT).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print one JSON document on stdout and nothing else.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Experiment<?> experiment = options.experiment(name);
    Path folder = out == null ? defaultFolder(experiment.definition().name()) : out;
    experiment.saveTo(folder);
    experiment.progress(new ProgressLine(System.err, Terminal.isTerminal(Terminal.STDERR)));
    Result result = experiment.run();
    PrintWriter print = spec.commandLine().getOut();
    print.println(json ? ResultJson.document(result, folder) : result.toText(Terminal.style()));
    if (!json) {
      print.println(whereStored(result, folder));
    }
    print.flush();
    return result.has(WarningCode.NOT_SAVED) ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static Path defaultFolder(String experiment) {
    String stamp = STAMP.format(ZonedDateTime.now(ZoneOffset.UTC));
    return Path.of("results", stamp + "-" + experiment);
  }

  private static String whereStored(Result result, Path folder) {
    if (result.has(WarningCode.NOT_SAVED)) {
      return "The result could not be stored; see the warnings.";
    }
    boolean report = result.kind().files().contains(PaperResult.REPORT);
    return """
    Result folder  %s
    Chart          %s
                   %s%s"""
        .formatted(
            folder,
            folder.resolve("chart.svg"),
            folder.resolve("chart.png"),
            report ? "\nReport         " + folder.resolve(PaperResult.REPORT) : "");
  }
}
