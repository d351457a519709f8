package org.switchlab.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {

  private static final Estimate INTERVAL = new Estimate(5, 4, 7, 0.95);
  private static final Estimate RANGE = Estimate.range(5, new double[] {7, 4, 5});

  @Test
  void aRangeOfAFewRepetitionsIsNoIntervalOfALevel() {
    assertThat(RANGE.low()).isEqualTo(4);
    assertThat(RANGE.high()).isEqualTo(7);
    assertThat(RANGE.level()).isZero();
    assertThat(RANGE.kind()).isEqualTo("range of 3 repetitions");
    assertThat(RANGE.kinds()).isEqualTo("range of 3 repetitions");
    assertThat(INTERVAL.kind()).isEqualTo("95 % interval");
    assertThat(INTERVAL.kinds()).isEqualTo("95 % intervals");
  }

  @Test
  void whatIsMadeOfRangesIsARange() {
    assertThat(RANGE.minus(RANGE).kind()).isEqualTo(RANGE.kind());
    assertThat(Estimate.mean(List.of(RANGE, RANGE))).isEqualTo(RANGE);
  }

  @Test
  void bothAreReadBackAsTheyWereWritten() {
    Rows rows =
        new Rows(
            "numbers",
            List.of(
                Column.estimate("one", Unit.NS, "one"), Column.estimate("other", Unit.NS, "other")),
            List.of(Row.of("one", INTERVAL, "other", RANGE)));
    assertThat(RowsJson.read(RowsJson.whole(rows))).isEqualTo(rows);
    assertThat(RowsJson.whole(rows).toString())
        .contains("\"level\":0.95", "\"rangeOf\":3")
        .doesNotContain("\"level\":0.0");
  }
}
