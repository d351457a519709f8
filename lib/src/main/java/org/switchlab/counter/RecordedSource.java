package org.switchlab.counter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.switchlab.run.Progress;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Replays counts that were taken earlier, perhaps on another machine. */
public final class RecordedSource implements CounterSource {

  /** As on the command line. */
  public static final String NAME = "recorded";

  /** The file of a folder with counts. */
  public static final String FILE = "counts.csv";

  private final Path file;
  private final List<PhaseCounts> recorded;
  private final List<Warning> met = new ArrayList<>();

  private RecordedSource(Path file, List<PhaseCounts> recorded) {
    this.file = file;
    this.recorded = List.copyOf(recorded);
  }

  /**
   * Opens a recording.
   *
   * @param place a file as {@link CountsCsv} writes it, or a folder with such a {@value #FILE}
   * @throws CounterException if it is not there, or is no such file
   */
  public static RecordedSource open(Path place) {
    Path file = Files.isDirectory(place) ? place.resolve(FILE) : place;
    try {
      return new RecordedSource(file, CountsCsv.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new CounterException(
          "the recording %s cannot be read (%s); name a folder with a %s"
              .formatted(file, e.getClass().getSimpleName(), FILE),
          e);
    } catch (IllegalArgumentException e) {
      throw new CounterException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<CounterEvent> events() {
    Set<CounterEvent> events = EnumSet.noneOf(CounterEvent.class);
    recorded.forEach(counts -> events.addAll(counts.counts().keySet()));
    return events;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A phase that was recorded with other rounds is given as it was recorded; one that was not
   * recorded, or less often than asked for, leaves a gap and a warning. The seed chooses nothing.
   */
  @Override
  public List<PhaseCounts> count(
      List<Phase> phases, int repetitions, long seed, Progress.Listener progress) {
    var steps = new Steps(phases.size(), progress);
    List<PhaseCounts> counts = new ArrayList<>();
    for (Phase phase : phases) {
      steps.next(phase.title());
      List<PhaseCounts> found =
          recorded.stream().filter(one -> matches(one.phase(), phase)).limit(repetitions).toList();
      if (found.size() < repetitions) {
        met.add(gap(phase, found.size(), repetitions));
      }
      counts.addAll(found);
    }
    steps.finish();
    return counts;
  }

  private static boolean matches(Phase recorded, Phase wanted) {
    return recorded.point().equals(wanted.point()) && recorded.variant() == wanted.variant();
  }

  private Warning gap(Phase phase, int found, int repetitions) {
    return Warning.of(
        WarningCode.NOT_RECORDED,
        "%s has %d of %d repetitions of %s"
            .formatted(file.getFileName(), found, repetitions, phase.title()));
  }

  @Override
  public List<Warning> warnings() {
    return List.copyOf(met);
  }

  @Override
  public void close() {}
}
