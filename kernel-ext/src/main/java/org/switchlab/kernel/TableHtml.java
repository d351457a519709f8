package org.switchlab.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.draw.Html;
import org.switchlab.unit.Plural;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as HTML of bounded size: a table of a million samples must not freeze the browser.
 *
 * <p>Colours are the front end's own, so that it reads on a dark theme too.
 */
public final class TableHtml {

  /** Rows shown if nothing else is asked for. */
  public static final int MAX_ROWS = 40;

  /** Columns shown; a screen has room for fewer. */
  public static final int MAX_COLUMNS = 40;

  /** Letters shown of one cell. */
  static final int MAX_LETTERS = 500;

  /** What stands where a value is absent. */
  static final String ABSENT = "–";

  // Enough for any measured value here, whose intervals are never narrower than 1 in 10 000.
  private static final MathContext SHOWN = new MathContext(6);

  private static final String RIGHT = " style=\"text-align:right\"";
  private static final String LEFT = " style=\"text-align:left\"";

  /**
   * A column's name split into what it is and its unit.
   *
   * @param label the name without its unit
   * @param unit the unit as it is printed; empty if the name carries none
   */
  record Heading(String label, String unit) {

    /** How units are printed that names do not spell as they are. */
    private static final Map<String, String> SIGNS =
        Map.of(
            "Ns", "ns", "Us", "µs", "Ms", "ms", "Seconds", "s", "Bytes", "B", "Share", "share",
            "Percent", "%");

    // The unit follows a lower-case letter or digit: "Columns" has none, but "spanNs" has.
    // Summaries are named "Mean [durationNs]" by Tablesaw: the bracket stays with the label.
    private static final Pattern NAME =
        Pattern.compile(
            "(.*[\\p{Ll}\\d])(Ns|Us|Ms|Seconds|Bytes|Share|Percent|KiB|MiB|Hz|MHz)(]?)");

    static Heading of(String columnName) {
      Matcher match = NAME.matcher(columnName);
      return match.matches()
          ? new Heading(
              match.group(1) + match.group(3), SIGNS.getOrDefault(match.group(2), match.group(2)))
          : new Heading(columnName, "");
    }
  }

  private TableHtml() {}

  /** The first {@link #MAX_ROWS} rows of {@code table}. */
  public static String of(Table table) {
    return of(table, MAX_ROWS);
  }

  /**
   * The first {@code maxRows} rows of {@code table}, and how many more there are.
   *
   * @throws IllegalArgumentException if {@code maxRows} is negative
   */
  public static String of(Table table, int maxRows) {
    if (maxRows < 0) {
      throw new IllegalArgumentException("maxRows is " + maxRows + "; it must be 0 or more");
    }
    StringBuilder html = new StringBuilder("<table class=\"switchlab-table\">");
    if (table.name() != null && !table.name().isBlank()) {
      html.append(Html.element("caption", cut(table.name())));
    }
    html.append("<thead>").append(row(table, TableHtml::heading)).append("</thead><tbody>");
    int rows = Math.min(maxRows, table.rowCount());
    for (int i = 0; i < rows; i++) {
      int row = i;
      html.append(row(table, column -> Html.element("td", align(column), cell(column, row))));
    }
    html.append("</tbody>");
    String more = leftOut(table, rows);
    if (!more.isEmpty()) {
      int columns = Math.clamp(table.columnCount(), 1, MAX_COLUMNS);
      String across = " colspan=\"" + columns + "\"" + LEFT;
      html.append("<tfoot><tr>").append(Html.element("td", across, more)).append("</tr></tfoot>");
    }
    return html.append("</table>").toString();
  }

  /** What is not shown, and how to get it; empty if all is. */
  static String leftOut(Table table, int rows) {
    List<String> parts = new ArrayList<>();
    if (rows < table.rowCount()) {
      parts.add("… " + Plural.of(table.rowCount() - rows, "more row"));
    }
    int columns = table.columnCount() - MAX_COLUMNS;
    if (columns > 0) {
      parts.add(
          "… %s; to see some: table.selectColumns(…)".formatted(Plural.of(columns, "more column")));
    }
    if (hasLongCell(table, rows)) {
      parts.add("… ends what is cut; to read all of a cell: table.get(row, column)");
    }
    return String.join("; ", parts);
  }

  private static boolean hasLongCell(Table table, int rows) {
    return shown(table)
        .anyMatch(
            column ->
                IntStream.range(0, rows).anyMatch(i -> column.getString(i).length() > MAX_LETTERS));
  }

  private static Stream<Column<?>> shown(Table table) {
    return table.columns().stream().limit(MAX_COLUMNS);
  }

  /** A cell's text, cut where it is a book. */
  private static String cut(String text) {
    return text.length() <= MAX_LETTERS ? text : ShortText.cut(text, MAX_LETTERS) + "…";
  }

  /** The first rows of {@code table} as plain text, bounded like the page. */
  static String text(Table table) {
    int rows = Math.min(MAX_ROWS, table.rowCount());
    Table some = Table.create(table.name());
    shown(table.first(rows))
        .forEach(
            column ->
                some.addColumns(
                    column instanceof StringColumn words ? words.map(TableHtml::cut) : column));
    String left = leftOut(table, rows);
    return left.isEmpty() ? some.print(rows) : some.print(rows) + "\n" + left;
  }

  private static String row(Table table, Function<Column<?>, String> cell) {
    return "<tr>" + shown(table).map(cell).collect(Collectors.joining()) + "</tr>";
  }

  private static String heading(Column<?> column) {
    Heading heading = Heading.of(column.name());
    String unit = heading.unit().isEmpty() ? "" : "<br>" + Html.element("small", heading.unit());
    return "<th" + align(column) + ">" + Html.escape(cut(heading.label())) + unit + "</th>";
  }

  private static String align(Column<?> column) {
    return column instanceof NumericColumn ? RIGHT : LEFT;
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return ABSENT;
    }
    String printed = column.getString(row);
    return column.get(row) instanceof Double value && printsByDefault(value, printed)
        ? rounded(value)
        : cut(printed);
  }

  // A number that prints otherwise was given a format by its owner, and keeps it.
  private static boolean printsByDefault(double value, String printed) {
    return DoubleColumn.create("", value).getString(0).equals(printed);
  }

  private static String rounded(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal shown = new BigDecimal(value, SHOWN).stripTrailingZeros();
    boolean plain = Math.abs(shown.precision() - shown.scale()) <= 9;
    return plain ? shown.toPlainString() : shown.toString();
  }
}
