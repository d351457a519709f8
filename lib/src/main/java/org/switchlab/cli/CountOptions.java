package org.switchlab.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.Level;
import org.switchlab.emulator.Disturbance;
import org.switchlab.experiment.Experiment;
import picocli.CommandLine.Option;

/** The options of experiments that count: who switches, and who counts. */
final class CountOptions {

  private static final String TIMER = "timer";
  private static final String PLACEMENT = "placement";
  private static final String NONE = "none";

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Who switches: kernel (processes) or user (threads of a library).")
  private @Nullable String level;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Who counts: perf, emulated, recorded or auto (the first that can be had).")
  private @Nullable String source;

  @Option(
      names = "--preset",
      paramLabel = "MACHINE",
      description = "Machine to emulate: a preset, such as xeon-d-1541 (the paper's), or 'this'.")
  private @Nullable String preset;

  @Option(
      names = "--vary",
      paramLabel = "WHAT",
      split = ",",
      description = "What makes emulated repetitions differ: timer, placement, or none.")
  private List<String> vary = List.of();

  @Option(
      names = "--recording",
      paramLabel = "DIR",
      description = "Replay the counts stored in this folder.")
  private @Nullable Path recording;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description = "Count each point N times; 2 or more for intervals.")
  private @Nullable Integer repetitions;

  /** Sets up {@code experiment} as the options say. */
  void apply(Experiment<?> experiment) {
    if (level != null) {
      experiment.level(Level.of(level));
    }
    if (recording != null) {
      experiment.recording(recording);
    }
    if (source != null) {
      experiment.source(source);
    }
    if (preset != null) {
      experiment.preset(preset);
    }
    if (!vary.isEmpty()) {
      experiment.disturbance(disturbance());
    }
    if (repetitions != null) {
      experiment.repetitions(repetitions);
    }
  }

  private Disturbance disturbance() {
    for (String what : vary) {
      if (!List.of(TIMER, PLACEMENT, NONE).contains(what)) {
        throw new IllegalArgumentException(
            "--vary %s: it must be timer, placement, both with a comma, or none".formatted(what));
      }
    }
    return new Disturbance(vary.contains(TIMER), vary.contains(PLACEMENT));
  }
}
