package org.switchlab.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;
import org.switchlab.unit.Plural;

/**
 * Counts as CSV, one row an event of a repetition; a count that is absent is an empty cell, and a
 * repetition in which nothing was counted has no row.
 *
 * <p>{@code rounds} are messages (single) or round trips (pair), {@code switches} context switches,
 * {@code user} and {@code kernel} how often the event happened there.
 */
public final class CountsCsv {

  /** The first line. */
  public static final String HEADER =
      "subject,arrayBytes,strideBytes,pageBytes,variant,rounds,repetition,switches,event,user,kernel";

  private static final int COLUMNS = HEADER.split(",", -1).length;

  private CountsCsv() {}

  /** Header and rows, each ended by a newline. */
  public static String write(List<PhaseCounts> counts) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (PhaseCounts one : counts) {
      for (CounterEvent event : CounterEvent.values()) {
        SpaceCounts spaces = one.counts().get(event);
        if (spaces != null) {
          text.append(row(one, event, spaces)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String row(PhaseCounts counts, CounterEvent event, SpaceCounts spaces) {
    Phase phase = counts.phase();
    return String.join(
        ",",
        phase.point().subject(),
        Long.toString(phase.point().arrayBytes()),
        Long.toString(phase.point().strideBytes()),
        Long.toString(phase.point().pageBytes()),
        phase.variant().name().toLowerCase(Locale.ROOT),
        Long.toString(phase.rounds()),
        Integer.toString(counts.repetition()),
        Long.toString(counts.switches()),
        event.word(),
        cell(spaces.user()),
        cell(spaces.kernel()));
  }

  private static String cell(@Nullable Long value) {
    return value == null ? "" : value.toString();
  }

  /**
   * Reads what {@link #write} wrote; a last line without newline, as a killed run leaves it, is
   * ignored.
   *
   * @throws IllegalArgumentException naming the line that does not follow the format
   */
  public static List<PhaseCounts> parse(String text) {
    String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      throw new IllegalArgumentException("line 1: the header is not " + HEADER);
    }
    Map<PhaseCounts, Map<CounterEvent, SpaceCounts>> repetitions = new LinkedHashMap<>();
    for (int i = 1; i < lines.length - 1; i++) {
      add(repetitions, lines[i], i + 1);
    }
    List<PhaseCounts> counts = new ArrayList<>();
    repetitions.forEach(
        (key, events) ->
            counts.add(new PhaseCounts(key.phase(), key.repetition(), key.switches(), events)));
    return counts;
  }

  private static void add(
      Map<PhaseCounts, Map<CounterEvent, SpaceCounts>> repetitions, String line, int number) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "line %d has %s, not %d".formatted(number, Plural.of(cells.length, "cell"), COLUMNS));
    }
    try {
      SpaceCounts before =
          repetitions
              .computeIfAbsent(key(cells), k -> new LinkedHashMap<>())
              .put(CounterEvent.of(cells[8]), new SpaceCounts(value(cells[9]), value(cells[10])));
      if (before != null) {
        throw new IllegalArgumentException("this repetition has %s twice".formatted(cells[8]));
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line %d: %s".formatted(number, e.getMessage()), e);
    }
  }

  /** The repetition a row belongs to, without counts. */
  private static PhaseCounts key(String[] cells) {
    var point =
        new Point(
            cells[0], Long.parseLong(cells[1]), Long.parseLong(cells[2]), Long.parseLong(cells[3]));
    Variant variant = Variant.valueOf(cells[4].toUpperCase(Locale.ROOT));
    var phase = new Phase(point, variant, Long.parseLong(cells[5]));
    return new PhaseCounts(phase, Integer.parseInt(cells[6]), Long.parseLong(cells[7]), Map.of());
  }

  private static @Nullable Long value(String cell) {
    return cell.isEmpty() ? null : Long.valueOf(cell);
  }
}
