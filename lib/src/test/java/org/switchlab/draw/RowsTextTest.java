package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

class RowsTextTest {

  private static final TextStyle PAGE = new TextStyle(80, true, false);
  private static final String[] WORDS = {
    "", "µs", "a b c", "größer\nals", "x".repeat(70), "日本", "<b>", "word ".repeat(30)
  };

  @Property(tries = 1000)
  void noLineIsWiderThanThePage(
      @ForAll long seed, @ForAll @IntRange(min = 40, max = 200) int columns) {
    assertThat(RowsText.lines(any(new Random(seed)), new TextStyle(columns, true, false)))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
  }

  @Property(tries = 500)
  void asciiIsAscii(@ForAll long seed, @ForAll @IntRange(min = 40, max = 200) int columns) {
    assertThat(RowsText.lines(any(new Random(seed)), new TextStyle(columns, false, false)))
        .allSatisfy(
            line -> {
              assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(line)).isTrue();
              assertThat(line).hasSizeLessThanOrEqualTo(columns);
            });
  }

  @Property(tries = 200)
  void htmlIsClosed(@ForAll long seed) {
    String html = RowsHtml.of(any(new Random(seed)));
    assertThat(html).startsWith("<table class=\"switchlab-table\">\n").doesNotContain("<b>");
    for (String tag : List.of("table", "tr", "td", "th", "p", "caption")) {
      assertThat(html.split("<" + tag + "[ >]", -1))
          .hasSameSizeAs(html.split("</" + tag + ">", -1));
    }
  }

  @Property(tries = 200)
  void everyRowOfASmallTableAppears(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 40, max = 200) int columns) {
    List<Row> all =
        IntStream.range(0, rows)
            .mapToObj(i -> Row.of("name", "row" + i + ".", "a", 1e3 + i))
            .toList();
    Rows table =
        new Rows(
            "t", List.of(Column.text("name", "name"), Column.number("a", Unit.COUNT, "a")), all);
    String text = String.join("\n", RowsText.lines(table, new TextStyle(columns, true, false)));
    assertThat(all)
        .allSatisfy(row -> assertThat(text).contains(row.text("name"), row.whole("a") + ""));
  }

  @Test
  void aColumnHasOneUnitIfItIsReadWellInIt() {
    Rows table = times(35.04, 560.2, 0);
    assertThat(RowsText.lines(table, PAGE))
        .containsExactly("times", "time (µs)", "─────────", "   0.0350", "    0.560", "        0");
    assertThat(RowsText.lines(times(0.8, 3.92e6), PAGE)).contains("0.800 ns", " 3.92 ms");
  }

  private static Rows times(double... ns) {
    Column time = Column.number("timeNs", Unit.NS, "time");
    List<Row> rows = Arrays.stream(ns).mapToObj(n -> Row.of("timeNs", n)).toList();
    return new Rows("times", List.of(time), rows);
  }

  @Test
  void digitsAreConsistentAndNeverAnExponent() {
    Column column = Column.number("a", Unit.COUNT, "a");
    Rows mixed =
        new Rows(
            "",
            List.of(column),
            List.of(Row.of("a", 0.0757576), Row.of("a", 2823.48), Row.of("a", 1e-7)));
    assertThat(RowsText.lines(mixed, PAGE)).contains("     0.0758", "       2820", "0.000000100");
    Rows whole = new Rows("", List.of(column), List.of(Row.of("a", 6498.0), Row.of("a", 131072.0)));
    assertThat(RowsText.lines(whole, PAGE)).contains("  6498", "131072");
  }

  @Test
  void signsAndMissing() {
    Rows table =
        new Rows(
            "",
            List.of(
                Column.flag("f", "f"),
                Column.number("quietShare", Unit.SHARE, "quiet"),
                Column.whole("sizeBytes", Unit.BYTES, "size"),
                Column.estimate("c", Unit.SHARE, "share")),
            List.of(
                Row.of(
                    "f",
                    true,
                    "quietShare",
                    0.97,
                    "sizeBytes",
                    49152,
                    "c",
                    new Estimate(0.5, 0.45, 0.6, 0.99)),
                Row.of("f", false)));
    assertThat(RowsText.lines(table, PAGE))
        .contains(
            "f    quiet    size          share (%)",
            "yes   97 %  48 KiB  50.0 [45.0, 60.0]",
            "no       –       –                  –",
            "In brackets: both ends of the 99 % interval. – means no value.");
  }

  @Test
  void longTablesAreCut() {
    List<Row> rows = IntStream.range(0, 75).mapToObj(i -> Row.of("a", i)).toList();
    Rows table = new Rows("many", List.of(Column.count("a", "a")), rows);
    assertThat(RowsText.lines(table, PAGE)).hasSize(1 + 2 + 60 + 1).endsWith("… and 15 more");
    assertThat(RowsText.lines(table.withRows(List.of()), PAGE)).containsExactly("many", "no rows");
  }

  @Test
  void htmlSaysWhatIsLeftOut() {
    List<Column> columns =
        IntStream.range(0, 45).mapToObj(i -> Column.count("a" + i, "a")).toList();
    List<Row> rows = IntStream.range(0, 250).mapToObj(i -> Row.of("a0", i)).toList();
    assertThat(RowsHtml.of(new Rows("big", columns, rows)))
        .contains("Shown are the first 200 of 250 rows.", "Shown are the first 40 of 45 columns.")
        .contains("<td class=\"n\">199</td>")
        .doesNotContain("<td class=\"n\">200</td>", "a40");
  }

  private static Rows any(Random random) {
    List<Column> columns = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      Column.Type type = Column.Type.values()[random.nextInt(5)];
      Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
      columns.add(new Column("c" + i, type, unit, words(random)));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Row row = Row.of();
      for (Column column : columns) {
        row = row.with(column.name(), value(column, random));
      }
      rows.add(row);
    }
    return new Rows(words(random), columns, rows);
  }

  private static @Nullable Object value(Column column, Random random) {
    if (random.nextInt(6) == 0) {
      return null;
    }
    return switch (column.type()) {
      case TEXT -> words(random);
      case FLAG -> random.nextBoolean();
      case WHOLE -> random.nextBoolean() ? random.nextLong() : random.nextInt(5000);
      case NUMBER -> number(random);
      case ESTIMATE -> new Estimate(number(random), number(random), number(random), 0.95);
    };
  }

  private static double number(Random random) {
    double[] magnitudes = {0, 1, 1000, 1e12, 1e-9, Double.NaN, Double.POSITIVE_INFINITY, 1e200};
    return random.nextGaussian() * magnitudes[random.nextInt(magnitudes.length)];
  }

  private static String words(Random random) {
    return WORDS[random.nextInt(WORDS.length)] + WORDS[random.nextInt(WORDS.length)];
  }
}
