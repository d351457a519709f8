package org.switchlab.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CommandCount;
import org.switchlab.counter.ProgramCounts;
import org.switchlab.emulator.BranchPredictor;
import org.switchlab.emulator.CacheGeometry;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.DirectionPredictor;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.GeometryChange;
import org.switchlab.emulator.Presets;
import org.switchlab.emulator.TargetPredictor;
import org.switchlab.emulator.TlbGeometry;
import org.switchlab.machine.Machine;
import org.switchlab.plan.FactorText;
import org.switchlab.warning.Warning;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Counts what a program does: instructions, cache and TLB misses. */
@Command(
    name = "count",
    description = {
      "Count what a program does, from its start to its end: instructions, cache and TLB misses.",
      "The program's output goes to stderr, the counts to stdout."
    },
    footer = {
      "",
      "Examples:",
      "  switchlab count -- ls -l      by this processor's counters",
      "  switchlab count --source emulated -- ./prog",
      "                                on an emulated machine; static programs only",
      "  switchlab count --source emulated --l1d 64K,8,64 --json -- ./prog",
      "  switchlab count --source emulated --branch-predictor tage -- ./prog",
      "                                branches and mispredictions too",
      "  switchlab count --source emulated --model user -- ./prog",
      "                                to compare with valgrind",
      "",
      "  switchlab count --source alone --branch-predictor tage -- ./prog",
      "                                emulated without a kernel: any program of one",
      "                                thread, at once; the kernel's work is not counted",
      "",
      "A static program: gcc -O2 -static prog.c -o prog. It reads an empty input and",
      "finds no files.",
      "",
      "Exit code: the command's own; 127 if it was not found, 126 if it cannot be run."
    })
final class CountCommand implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  /** Where counts come from. */
  enum Counter {
    /** The processor. */
    perf,
    /** The virtual PMU: a whole machine, with a kernel. */
    emulated,
    /** The virtual PMU, the program alone. */
    alone
  }

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The program, its arguments.")
  private List<String> command = List.of();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      defaultValue = "perf",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Counter source = Counter.perf;

  @Mixin private final GeometryOptions geometry = new GeometryOptions();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Time.class,
      defaultValue = "600",
      description = "End an emulated program after that (default: ${DEFAULT-VALUE} s).")
  private Duration limit = Duration.ofMinutes(10);

  @Option(names = "--json", description = "Print one JSON document on stdout and nothing else.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ProgramCounts counts =
        switch (source) {
          case perf -> measured();
          case emulated ->
              shown(
                  CommandCount.emulate(
                      command, geometry.geometry(), geometry.model(), limit, new ProgressLine()));
          case alone -> {
            geometry.requireNoModel();
            yield shown(CommandCount.emulateAlone(command, geometry.geometry(), limit));
          }
        };
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        json ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(counts) : text(counts));
    out.flush();
    return counts.exitCode();
  }

  private ProgramCounts measured() throws IOException, InterruptedException {
    geometry.requireNone();
    CommandCount measured = CommandCount.run(command, CommandCount.Output.STDERR);
    PrintWriter err = spec.commandLine().getErr();
    for (Warning doubt : measured.warnings()) {
      err.printf("switchlab: %s %s%n", doubt.message(), doubt.remedy());
    }
    err.flush();
    return measured.counts();
  }

  private static ProgramCounts shown(CommandCount emulated) throws IOException {
    System.err.write(emulated.output());
    System.err.flush();
    return emulated.counts();
  }

  private static String text(ProgramCounts counts) {
    var text = new StringBuilder();
    text.append(
        "%s, %s, exit code %d%n"
            .formatted(String.join(" ", counts.command()), counts.source(), counts.exitCode()));
    for (ProgramCounts.Row row : counts.rows()) {
      text.append(
          String.format(
              Locale.ROOT, "%-18s %-6s %,18d%n", row.event(), row.space().word(), row.value()));
    }
    return text.toString();
  }

  /** Which machine is emulated, as options of a command. */
  static final class GeometryOptions {

    private static final String OWN = "this-machine";

    @Option(
        names = "--preset",
        paramLabel = "NAME",
        description = "Emulate that machine, such as xeon-d-1541; '" + OWN + "' for this one.")
    private @Nullable String preset;

    @Option(names = "--l1i", paramLabel = "SIZE,WAYS,LINE", description = "Another L1i cache.")
    private @Nullable String l1i;

    @Option(names = "--l1d", paramLabel = "SIZE,WAYS,LINE", description = "Another L1d cache.")
    private @Nullable String l1d;

    @Option(names = "--l2", paramLabel = "SIZE,WAYS,LINE", description = "Another L2; or 'none'.")
    private @Nullable String l2;

    @Option(names = "--dtlb", paramLabel = "ENTRIES,WAYS", description = "Another L1 data TLB.")
    private @Nullable String dtlb;

    @Option(
        names = "--branch-predictor",
        paramLabel = "NAME[,SIZES]",
        description =
            "Count branches too, and those that this guesses wrong: bimodal, tage, or callgrind to"
                + " compare with valgrind.")
    private @Nullable String direction;

    @Option(
        names = "--indirect-predictor",
        paramLabel = "NAME[,ENTRIES]",
        description = "Of indirect jumps: btb (with bimodal), history (with tage).")
    private @Nullable String targets;

    @Option(
        names = "--return-stack",
        paramLabel = "DEPTH",
        description = "Return addresses that the predictor keeps: 16 (default), 32, …")
    private @Nullable Integer returnDepth;

    @Option(
        names = "--page",
        paramLabel = "SIZE",
        converter = Bytes.class,
        description = "Page size of the program's data in the TLBs: 4K (default) or 2M.")
    private @Nullable Long pageBytes;

    @Option(
        names = "--model",
        paramLabel = "MODEL",
        converter = Model.class,
        description = "Whose accesses the caches see: all (default), or user, as in valgrind.")
    private @Nullable CacheModel model;

    /** The preset with the changes asked for; the paper's machine without one. */
    Geometry geometry() {
      GeometryChange change = base().change();
      given(l1i, text -> change.l1i(CacheGeometry.parse(text)));
      given(l1d, text -> change.l1d(CacheGeometry.parse(text)));
      given(l2, text -> change.l2(text.equals("none") ? null : CacheGeometry.parse(text)));
      given(dtlb, text -> change.dtlb(TlbGeometry.parse(text)));
      given(pageBytes, change::pageBytes);
      return change.branches(branches()).build();
    }

    private @Nullable BranchPredictor branches() {
      if (direction == null) {
        if (targets != null || returnDepth != null) {
          throw new IllegalArgumentException(
              "--indirect-predictor and --return-stack are parts of a branch predictor: add"
                  + " --branch-predictor tage or bimodal");
        }
        return null;
      }
      BranchPredictor predictor = BranchPredictor.with(DirectionPredictor.parse(direction));
      if (targets != null) {
        predictor = predictor.targets(TargetPredictor.parse(targets));
      }
      return returnDepth == null ? predictor : predictor.returnDepth(returnDepth);
    }

    private static <T> void given(@Nullable T value, Consumer<T> change) {
      if (value != null) {
        change.accept(value);
      }
    }

    private Geometry base() {
      if (preset == null) {
        return Presets.paper();
      }
      return preset.equals(OWN) ? Geometry.ofMachine(Machine.read()) : Presets.named(preset);
    }

    /** Whose accesses are modelled. */
    CacheModel model() {
      return model == null ? CacheModel.ALL : model;
    }

    /** Refuses a choice of whose accesses are modelled where there is no choice. */
    void requireNoModel() {
      if (model != null) {
        throw new IllegalArgumentException(
            "--model says whether a kernel's accesses are modelled, and a program alone has no"
                + " kernel: leave it away, or add --source emulated");
      }
    }

    /** Refuses all of them where the machine is a real one. */
    void requireNone() {
      if (Stream.of(preset, l1i, l1d, l2, dtlb, direction, targets, returnDepth, pageBytes, model)
          .anyMatch(Objects::nonNull)) {
        throw new IllegalArgumentException(
            "--preset, --l1i, --l1d, --l2, --dtlb, --branch-predictor, --indirect-predictor,"
                + " --return-stack, --page and --model describe an emulated machine: add --source"
                + " emulated, or alone");
      }
    }
  }

  /** Sizes: {@code 64}, {@code 32K}, {@code 32KiB}, {@code 1M}. */
  static final class Bytes implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
      return read(text, FactorText::bytes);
    }
  }

  /** Times: {@code 30}, {@code 30s}, {@code 5m}. */
  static final class Time implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      return Duration.ofNanos(read(text, FactorText::timeNs));
    }
  }

  /** Whose accesses the modelled caches see. */
  static final class Model implements ITypeConverter<CacheModel> {

    @Override
    public CacheModel convert(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "all" -> CacheModel.ALL;
        case "user" -> CacheModel.USER;
        default ->
            throw new TypeConversionException(
                "'%s' is no model: write all or user".formatted(text));
      };
    }
  }

  private static long read(String text, ToLongFunction<String> reader) {
    try {
      return reader.applyAsLong(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'%s': %s".formatted(text, e.getMessage()));
    }
  }
}
