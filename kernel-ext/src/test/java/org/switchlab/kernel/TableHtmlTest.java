package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableHtmlTest {

  private static Table longTable(int rows) {
    return Table.create(LongColumn.create("n", LongStream.range(0, rows).toArray()));
  }

  @Test
  void showsAsManyRowsAsAskedAndCountsTheRest() {
    String html = TableHtml.of(longTable(10), 3);
    assertThat(html)
        .containsOnlyOnce("… 7 more rows")
        .contains(">2</td>")
        .doesNotContain(">3</td>");
    assertThat(TableHtml.of(longTable(4), 3)).contains("… 1 more row<");
    assertThat(TableHtml.of(longTable(3), 3)).doesNotContain("more row");
  }

  @Test
  void boundsATableNobodyBounded() {
    assertThat(TableHtml.of(longTable(100_000))).hasSizeLessThan(10_000);
  }

  @Test
  void boundsColumnsAndCellsAndSaysHowToGetTheRest() {
    Table wide = Table.create("wide");
    for (int i = 0; i < 3_000; i++) {
      wide.addColumns(StringColumn.create("c" + i, "x".repeat(i == 0 ? 5_000_000 : 1)));
    }
    for (String shown : List.of(TableHtml.of(wide), TableHtml.text(wide))) {
      assertThat(shown)
          .hasSizeLessThan(50_000)
          .contains("2960 more columns", "selectColumns", "table.get(row, column)", "c39")
          .doesNotContain("c40");
    }
    Table small = Table.create(StringColumn.create("c", "x"));
    assertThat(TableHtml.text(small)).isEqualTo(small.print(TableHtml.MAX_ROWS));
  }

  @Test
  void refusesANegativeBound() {
    assertThatThrownBy(() -> TableHtml.of(longTable(1), -1)).hasMessageContaining("maxRows is -1");
  }

  @Test
  void alignsNumbersRightAndTextLeft() {
    Table table =
        Table.create(StringColumn.create("name", "a"), DoubleColumn.create("durationNs", 1.5));
    assertThat(TableHtml.of(table))
        .contains("<td style=\"text-align:left\">a</td>")
        .contains("<td style=\"text-align:right\">1.5</td>")
        .contains(">duration<br><small>ns</small></th>");
  }

  @Test
  void roundsMeasuredValuesButKeepsAFormatTheOwnerSet() {
    DoubleColumn column = DoubleColumn.create("v", 1234.56789012, 0.000123456789);
    Table table = Table.create(column);
    assertThat(TableHtml.of(table)).contains(">1234.57<").contains(">0.000123457<");
    NumberFormat two = NumberFormat.getInstance(Locale.ROOT);
    two.setMaximumFractionDigits(2);
    two.setGroupingUsed(false);
    column.setPrintFormatter(two, "none");
    assertThat(TableHtml.of(table)).contains(">1234.57<").contains(">0<");
  }

  @Test
  void marksWhatIsAbsent() {
    Table table = Table.create(DoubleColumn.create("v", Double.NaN));
    assertThat(TableHtml.of(table)).contains(">" + TableHtml.ABSENT + "</td>");
  }

  @Test
  void escapesNamesAndValues() {
    Table table = Table.create("<t>", StringColumn.create("<b>", "<script>&\"</script>"));
    assertThat(TableHtml.of(table))
        .doesNotContain("<script>", "<b>", "<t>")
        .contains("&lt;script&gt;&amp;&quot;&lt;/script&gt;");
  }

  @Test
  void showsAnEmptyTable() {
    assertThat(TableHtml.of(Table.create("nothing"))).contains("<caption>nothing</caption>");
  }
}
