package org.switchlab.counter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsCsv;
import org.switchlab.table.RowsJson;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Replays counts that were taken earlier, perhaps on another machine: a stored result of a counter
 * experiment, or bare counts as {@link CountsCsv} reads them.
 */
public final class RecordedSource implements CounterSource {

  /** As on the command line. */
  public static final String NAME = "recorded";

  /** The file of a folder with bare counts. */
  static final String BARE = "counts.csv";

  private static final String OBSERVATIONS = "observations.csv";

  private static final String TABLES = "tables.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final List<PhaseCounts> counts;
  private final CountedMachine machine;
  private final List<Warning> met = new ArrayList<>();

  private RecordedSource(Path file, List<PhaseCounts> counts, CountedMachine machine) {
    this.file = file;
    this.counts = counts;
    this.machine = machine;
  }

  /**
   * Opens a recording.
   *
   * @param place a stored result, a folder with a {@value #BARE}, or such a file
   * @throws CounterException if it is not there, or is no recording
   */
  public static RecordedSource open(Path place) {
    Path stored = place.resolve(OBSERVATIONS);
    if (Files.exists(stored)) {
      return new RecordedSource(stored, read(stored, CountObservations::parse), counted(place));
    }
    Path file = Files.isDirectory(place) ? place.resolve(BARE) : place;
    return new RecordedSource(file, read(file, CountsCsv::parse), unnamed());
  }

  private static List<PhaseCounts> read(Path file, Function<String, List<PhaseCounts>> format) {
    try {
      return format.apply(Files.readString(file));
    } catch (IOException e) {
      throw new CounterException(
          "the recording %s cannot be read (%s); name a stored result or a folder with a %s"
              .formatted(file, e.getClass().getSimpleName(), BARE),
          e);
    } catch (IllegalArgumentException e) {
      throw new CounterException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A killed run has not told its machine yet. */
  private static CountedMachine counted(Path place) {
    Path file = place.resolve(TABLES);
    if (!Files.exists(file)) {
      return unnamed();
    }
    try {
      for (JsonNode table : JSON.readTree(file.toFile())) {
        Rows rows = RowsJson.read(table);
        if (rows.title().equals(CountedMachine.TABLE)) {
          return rows.first().map(CountedMachine::of).orElseThrow();
        }
      }
      return unnamed();
    } catch (IOException | IllegalArgumentException e) {
      throw new CounterException(
          "%s does not say what was counted: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static CountedMachine unnamed() {
    return CountedMachine.unnamed("a machine that the recording does not name");
  }

  /** What was counted; bare counts do not name it. */
  public CountedMachine machine() {
    return machine;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<CounterEvent> events() {
    Set<CounterEvent> events = EnumSet.noneOf(CounterEvent.class);
    counts.forEach(one -> events.addAll(one.counts().keySet()));
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
    var steps = new Steps(progress);
    long done = 0;
    for (Phase phase : phases) {
      steps.report(done++, phases.size(), phase.title());
      List<PhaseCounts> found =
          counts.stream().filter(one -> matches(one.phase(), phase)).limit(repetitions).toList();
      if (found.size() < repetitions) {
        met.add(gap(phase, found.size(), repetitions));
      }
      found.forEach(sink);
    }
    steps.finish("counted");
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

  /**
   * Bare counts as CSV, as another machine's tools may write them to be replayed here: one row an
   * event of a repetition; a count that is absent is an empty cell, and a repetition in which
   * nothing was counted has no row.
   *
   * <p>{@code rounds} are messages (single) or round trips (pair), {@code switches} context
   * switches, {@code user} and {@code kernel} how often the event happened there.
   */
  static final class CountsCsv {

    static final List<Column> COLUMNS =
        List.of(
            Column.text("subject", "subject"),
            Column.whole("arrayBytes", Unit.BYTES, "array"),
            Column.whole("strideBytes", Unit.BYTES, "stride"),
            Column.whole("pageBytes", Unit.BYTES, "page"),
            Column.text("variant", "flow"),
            Column.count("rounds", "rounds"),
            Column.count("repetition", "repetition"),
            Column.count("switches", "switches"),
            Column.text("event", "event"),
            Column.count("user", "user"),
            Column.count("kernel", "kernel"));

    private CountsCsv() {}

    /**
     * The counts; a last line without newline, as a killed run leaves it, is ignored.
     *
     * @throws IllegalArgumentException naming the line that does not follow the format
     */
    static List<PhaseCounts> parse(String text) {
      List<Row> rows = RowsCsv.parse("counts", COLUMNS, text).rows();
      Map<PhaseCounts, Map<CounterEvent, SpaceCounts>> repetitions = new LinkedHashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        try {
          add(repetitions, rows.get(i));
        } catch (IllegalArgumentException e) {
          // The header is the first line.
          throw new IllegalArgumentException("line %d: %s".formatted(i + 2, e.getMessage()), e);
        }
      }
      List<PhaseCounts> counts = new ArrayList<>();
      repetitions.forEach(
          (key, events) ->
              counts.add(new PhaseCounts(key.phase(), key.repetition(), key.switches(), events)));
      return counts;
    }

    private static void add(Map<PhaseCounts, Map<CounterEvent, SpaceCounts>> repetitions, Row row) {
      String event = row.text("event");
      SpaceCounts before =
          repetitions
              .computeIfAbsent(key(row), k -> new LinkedHashMap<>())
              .put(CounterEvent.of(event), SpaceCounts.of(row, "user", "kernel"));
      if (before != null) {
        throw new IllegalArgumentException("this repetition has %s twice".formatted(event));
      }
    }

    /** The repetition a row belongs to, without counts. */
    private static PhaseCounts key(Row row) {
      var point =
          new Point(
              row.text("subject"),
              row.whole("arrayBytes"),
              row.whole("strideBytes"),
              row.whole("pageBytes"));
      Variant variant = Variant.valueOf(row.text("variant").toUpperCase(Locale.ROOT));
      return new PhaseCounts(
          new Phase(point, variant, row.whole("rounds")),
          Math.toIntExact(row.whole("repetition")),
          row.whole("switches"),
          Map.of());
    }
  }
}
