package org.switchlab.cli;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.Experiment;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how an experiment differs from its default. */
final class RunOptions {

  @ArgGroup private @Nullable Pace pace;

  @Option(
      names = "--scale",
      paramLabel = "SHARE",
      description = "With --paper: factor on its N = 100 000 messages (default ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private double scale = 1;

  @Option(
      names = "--sizes",
      paramLabel = "BYTES",
      split = ",",
      converter = ByteSizes.class,
      description = "Array sizes, such as 1K,32K,1M; multiples of 64 B.")
  private List<Long> sizesBytes = List.of();

  @Option(
      names = "--strides",
      paramLabel = "BYTES",
      split = ",",
      converter = ByteSizes.class,
      description = "Strides: 0 (direct cost) or powers of two from 8 B, such as 0,8,64.")
  private List<Long> stridesBytes = List.of();

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description = "Stop at a point when its interval is within this share, such as 0.02.")
  private @Nullable Double precision;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "Stop after this time at the latest, such as 60s or 5m.")
  private @Nullable Duration budget;

  @Option(
      names = "--rungs",
      paramLabel = "RUNG",
      split = ",",
      completionCandidates = RungNames.class,
      description = "Rungs of switch-ladder (default: all): ${COMPLETION-CANDIDATES}.")
  private List<String> rungs = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds to trace (timeline), 1 to 1000.")
  private @Nullable Integer rounds;

  @Option(names = "--cpu", paramLabel = "N", description = "Measure on this logical CPU.")
  private @Nullable Integer cpu;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Repeat the random choices of an earlier run.")
  private @Nullable Long seed;

  @Mixin private final CountOptions counting = new CountOptions();

  /** How much time to take. */
  private static final class Pace {
    @Option(names = "--quick", required = true, description = "A first look, in seconds.")
    private boolean quick;

    @Option(
        names = "--paper",
        required = true,
        description = "The paper's fixed protocol: 20 groups of 10; long, see --scale.")
    private boolean paper;
  }

  /** The experiment called {@code name}, set up as the options say. */
  Experiment<?> experiment(String name) {
    Experiment<?> experiment = Catalogue.find(name);
    applyPace(experiment);
    if (!sizesBytes.isEmpty()) {
      experiment.sizesBytes(array(sizesBytes));
    }
    if (!stridesBytes.isEmpty()) {
      experiment.stridesBytes(array(stridesBytes));
    }
    if (!rungs.isEmpty()) {
      experiment.rungs(rungs.toArray(String[]::new));
    }
    if (precision != null) {
      experiment.precision(precision);
    }
    if (budget != null) {
      experiment.budget(budget);
    }
    if (rounds != null) {
      experiment.rounds(rounds);
    }
    if (cpu != null) {
      experiment.cpu(cpu);
    }
    if (seed != null) {
      experiment.seed(seed);
    }
    counting.apply(experiment);
    return experiment;
  }

  private void applyPace(Experiment<?> experiment) {
    boolean paper = pace != null && pace.paper;
    if (scale != 1 && !paper) {
      throw new IllegalArgumentException("--scale means something only with --paper: add it");
    }
    if (paper) {
      experiment.paper(scale);
    } else if (pace != null && pace.quick) {
      experiment.quick();
    }
  }

  private static long[] array(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
