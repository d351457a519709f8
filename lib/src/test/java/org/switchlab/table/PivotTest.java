package org.switchlab.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PivotTest {

  private static final Estimate COST = new Estimate(1, 0.9, 1.1, 0.95);
  private static final List<Column> COLUMNS =
      List.of(
          Column.whole("arrayBytes", Unit.BYTES, "array"),
          Column.whole("strideBytes", Unit.BYTES, "stride"),
          Column.text("server", "server"),
          Column.flag("pinned", "pinned"),
          Column.count("clients", "clients"),
          Column.mainEstimate(Unit.NS, "cost"),
          Column.number("waitNs", Unit.NS, "wait"));

  private static Rows rows(Row... rows) {
    return new Rows("costs", COLUMNS, List.of(rows));
  }

  @Test
  void oneColumnForEachValue() {
    Rows wide =
        Pivot.of(
            rows(
                Row.of("arrayBytes", 1024, "strideBytes", 64, "estimate", COST),
                Row.of("arrayBytes", 1024, "strideBytes", 4096, "estimate", COST),
                Row.of("arrayBytes", 2048, "strideBytes", 64),
                Row.of("arrayBytes", 4096, "estimate", COST)),
            "arrayBytes",
            "strideBytes",
            "estimate");
    assertThat(wide.columns())
        .containsExactly(
            COLUMNS.getFirst(),
            Column.estimate("stride64", Unit.NS, "64 B"),
            Column.estimate("stride4096", Unit.NS, "4 KiB"));
    assertThat(wide.rows())
        .containsExactly(
            Row.of("arrayBytes", 1024, "stride64", COST, "stride4096", COST),
            Row.of("arrayBytes", 2048));
    assertThat(wide.title()).isEqualTo("cost by array (rows) and stride (columns)");
  }

  @Test
  void namesAndHeadingsOfWordsFlagsAndCounts() {
    Rows rows =
        rows(
            Row.of(
                "arrayBytes",
                1,
                "server",
                "Go 1.22",
                "pinned",
                true,
                "clients",
                64,
                "waitNs",
                5.0));
    assertThat(Pivot.of(rows, "arrayBytes", "server", "waitNs").columns().getLast())
        .isEqualTo(Column.number("server-Go-1-22Ns", Unit.NS, "Go 1.22"));
    assertThat(Pivot.of(rows, "arrayBytes", "pinned", "waitNs").columns().getLast())
        .isEqualTo(Column.number("pinned-trueNs", Unit.NS, "pinned: yes"));
    assertThat(Pivot.of(rows, "arrayBytes", "clients", "waitNs").columns().getLast())
        .isEqualTo(Column.number("clients64Ns", Unit.NS, "clients 64"));
  }

  @Test
  void aCellHasOneValue() {
    Row row = Row.of("arrayBytes", 1, "server", "go", "waitNs", 5.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pivot.of(rows(row, row), "arrayBytes", "server", "waitNs"))
        .withMessage(
            "there are two rows with arrayBytes 1 and server go: choose one of them before");
  }

  @Property(tries = 200)
  void anyWordsAreColumns(@ForAll @Size(max = 8) List<String> words) {
    List<Row> rows =
        words.stream()
            .distinct()
            .map(word -> Row.of("arrayBytes", 1, "server", word, "waitNs", 5.0))
            .toList();
    Rows wide = Pivot.of(rows(rows.toArray(Row[]::new)), "arrayBytes", "server", "waitNs");
    assertThat(wide.columns()).hasSize(1 + rows.size());
  }
}
