package org.switchlab.result;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;
import org.switchlab.sample.Variant;
import org.switchlab.unit.Plural;

/** Raw samples as CSV: one row a batch, two rows a couple, in the order measured. */
final class SamplesCsv {

  static final String HEADER =
      "subject,arrayBytes,strideBytes,pageBytes,process,seed,couple,variant,position,rounds,durationNs,"
          + "referenceBeforeNs,referenceAfterNs,switchesExpected,voluntarySwitches,"
          + "involuntarySwitches,migrated";

  /** What a file of samples begins with. */
  static final String BEGUN = HEADER + "\n";

  private static final int COLUMNS = HEADER.split(",", -1).length;

  private SamplesCsv() {}

  /** A whole file. */
  static String text(Samples samples) {
    return samples.processes().stream()
        .map(SamplesCsv::rows)
        .collect(Collectors.joining("", BEGUN, ""));
  }

  /** The rows of one process, each ended by a newline. */
  static String rows(ProcessSample sample) {
    StringBuilder rows = new StringBuilder();
    for (Couple couple : sample.couples()) {
      int pairPosition = couple.pairFirst() ? 0 : 1;
      rows.append(row(sample, couple.index(), couple.single(), 1 - pairPosition));
      rows.append(row(sample, couple.index(), couple.pair(), pairPosition));
    }
    return rows.toString();
  }

  private static String row(ProcessSample sample, int couple, Batch batch, int position) {
    var row = new StringJoiner(",", "", "\n");
    row.add(sample.point().subject());
    row.add(Long.toString(sample.point().arrayBytes()));
    row.add(Long.toString(sample.point().strideBytes()));
    row.add(Long.toString(sample.point().pageBytes()));
    row.add(Integer.toString(sample.process()));
    row.add(Long.toString(sample.seed()));
    row.add(Integer.toString(couple));
    row.add(batch.variant().name());
    row.add(Integer.toString(position));
    row.add(Long.toString(batch.rounds()));
    row.add(Long.toString(batch.durationNs()));
    row.add(Long.toString(batch.referenceBeforeNs()));
    row.add(Long.toString(batch.referenceAfterNs()));
    row.add(Long.toString(batch.switchesExpected()));
    row.add(Long.toString(batch.voluntarySwitches()));
    row.add(Long.toString(batch.involuntarySwitches()));
    row.add(Boolean.toString(batch.migrated()));
    return row.toString();
  }

  /**
   * Reads rows back; a last line without newline, as a killed run leaves it, is ignored.
   *
   * @throws IllegalArgumentException naming the line that does not follow the format
   */
  static Samples parse(String text) {
    String[] lines = text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1);
    if (!lines[0].equals(HEADER)) {
      throw new IllegalArgumentException("line 1: the header is not that of samples.csv");
    }
    List<ProcessSample> processes = new ArrayList<>();
    ProcessRows open = null;
    int whole = lines.length - 1;
    for (int i = 1; i + 1 < whole; i += 2) {
      String[] single = cells(lines[i], i + 1);
      String[] pair = cells(lines[i + 1], i + 2);
      if (open == null || !open.continuesWith(single)) {
        if (open != null) {
          processes.add(open.toSample());
        }
        open = new ProcessRows(single);
      }
      open.add(single, pair, i + 1);
    }
    if (open != null) {
      processes.add(open.toSample());
    }
    return new Samples(processes);
  }

  private static String[] cells(String line, int number) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "line %d has %s, not %d".formatted(number, Plural.of(cells.length, "cell"), COLUMNS));
    }
    return cells;
  }

  /** Collects the couples of one process. */
  private static final class ProcessRows {
    private final String[] first;
    private final List<Couple> couples = new ArrayList<>();

    ProcessRows(String[] first) {
      this.first = first;
    }

    boolean continuesWith(String[] cells) {
      for (int column = 0; column <= 5; column++) {
        if (!cells[column].equals(first[column])) {
          return false;
        }
      }
      return true;
    }

    void add(String[] single, String[] pair, int line) {
      try {
        boolean pairFirst = pair[8].equals("0");
        couples.add(new Couple(Integer.parseInt(single[6]), pairFirst, batch(single), batch(pair)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line %d or the next: %s".formatted(line, e), e);
      }
    }

    ProcessSample toSample() {
      var point =
          new Point(
              first[0],
              Long.parseLong(first[1]),
              Long.parseLong(first[2]),
              Long.parseLong(first[3]));
      return new ProcessSample(
          point, Integer.parseInt(first[4]), Long.parseLong(first[5]), couples);
    }

    private static Batch batch(String[] cells) {
      return new Batch(
          Variant.valueOf(cells[7]),
          Long.parseLong(cells[9]),
          Long.parseLong(cells[10]),
          Long.parseLong(cells[11]),
          Long.parseLong(cells[12]),
          Long.parseLong(cells[13]),
          Long.parseLong(cells[14]),
          Long.parseLong(cells[15]),
          Boolean.parseBoolean(cells[16]));
    }
  }
}
