package org.switchlab.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.switchlab.unit.Plural;

/**
 * Rows as CSV (RFC 4180 with newlines of Unix): a header of column names, an empty cell for what is
 * not known. pandas, R and DuckDB read it without options.
 */
public final class RowsCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").setNullString("").get();

  private RowsCsv() {}

  /** Header and rows, each ended by a newline. */
  public static String text(Rows rows) {
    return header(rows.columns()) + lines(rows.columns(), rows.rows());
  }

  /** The line of column names. */
  public static String header(List<Column> columns) {
    return print(List.of(flat(columns).stream().map(Column::name).toList()));
  }

  /** Rows without the header, to be appended. */
  public static String lines(List<Column> columns, List<Row> rows) {
    return print(rows.stream().map(row -> row.flat(columns)).toList());
  }

  private static List<Column> flat(List<Column> columns) {
    return columns.stream().flatMap(column -> column.flat().stream()).toList();
  }

  private static String print(List<? extends List<?>> records) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (List<?> record : records) {
        printer.printRecord(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory can always be written", e);
    }
    return text.toString();
  }

  /**
   * Reads rows back; a last line without newline, as a killed run leaves it, is ignored.
   *
   * @param columns as they were written
   * @throws IllegalArgumentException naming the line that does not follow the format
   */
  public static Rows parse(String title, List<Column> columns, String text) {
    return new Rows(title, columns, read(columns, text, row -> row));
  }

  /**
   * The same, row by row: what is made of each is kept, and not the rows.
   *
   * @throws IllegalArgumentException naming the line that does not follow the format
   */
  public static <T> List<T> read(List<Column> columns, String text, Function<Row, T> made) {
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    try (CSVParser parser = CSVParser.parse(new StringReader(whole), FORMAT)) {
      List<T> all = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (record.getRecordNumber() == 1) {
          checkHeader(record, columns);
        } else {
          all.add(made.apply(row(record, columns)));
        }
      }
      return all;
    } catch (IOException e) {
      throw new IllegalArgumentException("it is no CSV: " + e.getMessage(), e);
    }
  }

  private static void checkHeader(CSVRecord record, List<Column> columns) {
    List<String> names = flat(columns).stream().map(Column::name).toList();
    if (!record.toList().equals(names)) {
      throw new IllegalArgumentException("line 1: the header is not " + String.join(",", names));
    }
  }

  private static Row row(CSVRecord record, List<Column> columns) {
    int cells = flat(columns).size();
    if (record.size() != cells) {
      throw new IllegalArgumentException(
          "line %d has %s, not %d"
              .formatted(record.getRecordNumber(), Plural.of(record.size(), "cell"), cells));
    }
    try {
      Row row = Row.of();
      int next = 0;
      for (Column column : columns) {
        row = row.with(column.name(), value(column, record, next));
        next += column.flat().size();
      }
      return row;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line %d: %s".formatted(record.getRecordNumber(), e.getMessage()), e);
    }
  }

  private static @Nullable Object value(Column column, CSVRecord record, int at) {
    String cell = record.get(at);
    if (cell == null) {
      return null;
    }
    return switch (column.type()) {
      case TEXT -> cell;
      case FLAG -> flag(cell);
      case WHOLE -> Long.valueOf(cell);
      case NUMBER -> Double.valueOf(cell);
      case ESTIMATE ->
          throw new IllegalArgumentException(
              "an estimate's level is not in a CSV: read " + column.name() + " from JSON");
    };
  }

  /** Java takes every other word for false. */
  private static boolean flag(String cell) {
    if (!cell.equals("true") && !cell.equals("false")) {
      throw new IllegalArgumentException("'%s' is neither true nor false".formatted(cell));
    }
    return cell.equals("true");
  }
}
