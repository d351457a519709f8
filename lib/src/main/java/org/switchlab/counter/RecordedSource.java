package org.switchlab.counter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Replays counts that were taken earlier, perhaps on another machine. */
public final class RecordedSource implements CounterSource {

  /** As on the command line. */
  public static final String NAME = "recorded";

  private final Recording recording;
  private final List<Warning> met = new ArrayList<>();

  /** Of a recording that was read. */
  public RecordedSource(Recording recording) {
    this.recording = recording;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<CounterEvent> events() {
    Set<CounterEvent> events = EnumSet.noneOf(CounterEvent.class);
    recording.counts().forEach(counts -> events.addAll(counts.counts().keySet()));
    return events;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A phase that was recorded with other rounds is given as it was recorded; one that was not
   * recorded, or less often than asked for, leaves a gap and a warning. The seed chooses nothing.
   */
  @Override
  public void count(
      List<Phase> phases,
      int repetitions,
      long seed,
      Progress.Listener progress,
      Consumer<PhaseCounts> sink) {
    var steps = new Steps(phases.size(), progress);
    for (Phase phase : phases) {
      steps.next(phase.title());
      List<PhaseCounts> found =
          recording.counts().stream()
              .filter(one -> matches(one.phase(), phase))
              .limit(repetitions)
              .toList();
      if (found.size() < repetitions) {
        met.add(gap(phase, found.size(), repetitions));
      }
      found.forEach(sink);
    }
    steps.finish();
  }

  private static boolean matches(Phase recorded, Phase wanted) {
    return recorded.point().equals(wanted.point()) && recorded.variant() == wanted.variant();
  }

  private Warning gap(Phase phase, int found, int repetitions) {
    return Warning.of(
        WarningCode.NOT_RECORDED,
        "%s has %d of %d repetitions of %s"
            .formatted(recording.file().getFileName(), found, repetitions, phase.title()));
  }

  @Override
  public List<Warning> warnings() {
    return List.copyOf(met);
  }

  @Override
  public void close() {}
}
