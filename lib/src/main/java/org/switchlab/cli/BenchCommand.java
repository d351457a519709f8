package org.switchlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.switchlab.bench.BenchReport;
import org.switchlab.bench.Benchmark;
import org.switchlab.faults.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the promises of speed and steadiness to the test on this machine. */
@Command(
    name = "bench",
    description = {
      "Put this project's promises of speed and steadiness to the test on this machine.",
      "What cannot be measured here says why."
    },
    footer = {
      "",
      "Examples:",
      "  switchlab bench                   the usual ones; some minutes on a quiet machine",
      "  switchlab bench perf-pipe         our round trip against perf's",
      "  switchlab bench neighbour         answers beside a busy neighbour; 10 minutes",
      "  switchlab bench validity-quick    intervals and verdicts on simulated runs",
      "  switchlab bench faults            a thousand faults, and what came of each",
      "  switchlab bench faults --only runner/futex    some of them, by their names",
      "  switchlab bench --json --strict   for scripts: exit code 1 if one is broken",
      "",
      "Ctrl-C ends it and shows what was measured. Progress goes to stderr."
    })
final class BenchCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME",
      description = "Benchmarks to run, see --list (default: all that need not be named).")
  private List<String> names = List.of();

  @Option(names = "--list", description = "Show the benchmarks and what each promises.")
  private boolean list;

  @Option(names = "--json", description = "Print one JSON document on stdout and nothing else.")
  private boolean json;

  @Option(names = "--strict", description = "Exit with 1 if a promise is not kept.")
  private boolean strict;

  @Option(
      names = "--only",
      paramLabel = "FAULT",
      split = ",",
      description = "Of faults: only those whose names begin so, such as load/ or runner/futex.")
  private List<String> only = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of faults: draw moments and places anew (default: 1).")
  private @Nullable Long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Benchmark> benchmarks = benchmarks();
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      (names.isEmpty() ? Benchmark.all() : benchmarks)
          .forEach(b -> out.print(Terminal.entry(b.name(), listed(b))));
      out.flush();
      return ExitCode.DONE;
    }
    PrintWriter err = spec.commandLine().getErr();
    BenchReport report = BenchReport.of(benchmarks, step -> err.println("switchlab: " + step));
    out.println(json ? report.json() : report.text(Terminal.style()));
    out.flush();
    return !report.complete() || (strict && report.anyBroken()) ? ExitCode.FAILED : ExitCode.DONE;
  }

  private List<Benchmark> benchmarks() {
    if (only.isEmpty() && seed == null) {
      return Benchmark.named(names);
    }
    long drawn = seed == null ? Selection.USUAL_SEED : seed;
    return Benchmark.chosen(names, new Selection(drawn, only, Integer.MAX_VALUE));
  }

  private static String listed(Benchmark benchmark) {
    return benchmark.promise() + (benchmark.onlyWhenNamed() ? " (only if named)" : "");
  }
}
