package org.switchlab.counter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.switchlab.table.Rows;
import org.switchlab.table.RowsJson;

/**
 * Counts that were taken earlier, perhaps on another machine: a stored result of a counter
 * experiment, or bare counts as {@link CountsCsv} reads them.
 *
 * @param file where they were read
 * @param counts what was counted
 * @param machine what was counted; bare counts do not name it
 */
public record Recording(Path file, List<PhaseCounts> counts, CountedMachine machine) {

  /** The file of a folder with bare counts. */
  public static final String BARE = "counts.csv";

  /** The files of a stored result that are read. */
  private static final String OBSERVATIONS = "observations.csv";

  private static final String TABLES = "tables.json";

  private static final JsonMapper JSON = new JsonMapper();

  /** Keeps an immutable copy. */
  public Recording {
    counts = List.copyOf(counts);
  }

  /**
   * Reads a recording.
   *
   * @param place a stored result, a folder with a {@value #BARE}, or such a file
   * @throws CounterException if it is not there, or is no such file
   */
  public static Recording read(Path place) {
    if (Files.exists(place.resolve(OBSERVATIONS))) {
      Path file = place.resolve(OBSERVATIONS);
      return new Recording(file, counts(file, CountObservations::parse), counted(place));
    }
    Path file = Files.isDirectory(place) ? place.resolve(BARE) : place;
    return new Recording(file, counts(file, CountsCsv::parse), unnamed());
  }

  private interface Format {
    List<PhaseCounts> parse(String text);
  }

  private static List<PhaseCounts> counts(Path file, Format format) {
    try {
      return format.parse(Files.readString(file));
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
          return Optional.of(rows).flatMap(Rows::first).map(CountedMachine::of).orElseThrow();
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
}
