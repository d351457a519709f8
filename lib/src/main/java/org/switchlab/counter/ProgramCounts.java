package org.switchlab.counter;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.Geometry;

/**
 * What was counted while a program ran from its start to its end, with all it started.
 *
 * <p>Jackson writes it as it stands: {@code {source, command, exitCode, geometry, rows: [{event,
 * space, value}]}}.
 *
 * @param source {@code perf} or {@code emulated}, as {@link CounterSource#name()}
 * @param exitCode what it returned; 128 and the signal's number if a signal ended it, as in a shell
 * @param geometry the modelled caches and TLBs; null where the machine's own counted
 * @param rows the counts; an event that could not be counted has no row, never 0
 */
public record ProgramCounts(
    String source,
    List<String> command,
    int exitCode,
    @Nullable Geometry geometry,
    List<Row> rows) {

  /**
   * One count.
   *
   * @param event a {@link CounterEvent#word()}, or a software event of the kernel such as {@code
   *     context-switches}, {@code page-faults} or {@code task-clock-ns}
   * @param value how often it happened; a time in ns where the event's name says so
   */
  public record Row(String event, Space space, long value) {}

  /** Keeps immutable copies. */
  public ProgramCounts {
    command = List.copyOf(command);
    rows = List.copyOf(rows);
  }

  /** The count of {@code event} in {@code space}; empty if it was not counted. */
  public OptionalLong value(String event, Space space) {
    return rows.stream()
        .filter(row -> row.event().equals(event) && row.space() == space)
        .mapToLong(Row::value)
        .findFirst();
  }
}
