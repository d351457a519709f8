package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Statements about amounts: decided by intervals, at every setting they leave open. */
class AmountTest {

  private static final Rows ROWS =
      new Rows(
          "estimates",
          List.of(
              Column.whole("sleepNs", Unit.NS, "sleep"),
              Column.text("slack", "slack"),
              Column.estimate("late", Unit.NS, "late"),
              Column.estimate("calls", Unit.COUNT, "calls"),
              Column.text("stop", "stopped by")),
          List.of(
              row(1_000, "small", 1_000, 1_100),
              row(1_000, "large", 5_000, 5_100),
              row(9_000, "small", 2_000, 2_100),
              row(9_000, "large", 5_050, 5_150),
              Row.of("sleepNs", 50_000, "slack", "small", "late", 7.0)));

  private static Row row(int sleepNs, String slack, double low, double high) {
    return Row.of(
        "sleepNs",
        sleepNs,
        "slack",
        slack,
        "late",
        new Estimate((low + high) / 2, low, high, 0.95),
        "calls",
        new Estimate(3, 3, 3, 0.95));
  }

  private static Amount late() {
    return Amount.of(ROWS, null, List.of("sleepNs", "slack"));
  }

  @Test
  void oneSettingIsComparedWithAnother() {
    Statement statement =
        late()
            .at("sleepNs", 9_000, "slack", "small")
            .above(late().at("sleepNs", 1_000, "slack", "small"));
    assertThat(statement.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(statement.here())
        .isEqualTo(
            "late at sleep 9.00 µs, slack small: 2.05 µs [2.00, 2.10],".replace("9.00", "9.00")
                + " late at sleep 1.00 µs, slack small: 1.05 µs [1.00, 1.10]");
    assertThat(statement.why())
        .isEqualTo(
            "late at sleep 9.00 µs, slack small is above late at sleep 1.00 µs, slack small:"
                + " confirmed");
  }

  @Test
  void whatIsLeftOpenMustHoldEverywhere() {
    Statement grows = late().at("sleepNs", 9_000).above(late().at("sleepNs", 1_000));
    assertThat(grows.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(grows.why())
        .contains("slack large", "inconclusive", "longer budget", "as 1 of 2 comparisons");
    Statement slack = late().at("slack", "large").above(late().at("slack", "small"));
    assertThat(slack.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(slack.why()).contains("as 2 of 2 comparisons");
    assertThat(late().at("slack", "small").above(late().at("slack", "large")).outcome())
        .isEqualTo(Outcome.REFUTED);
  }

  /** The intervals overlap widely, and in every pass the second is a little later. */
  @Test
  void visitsOfOnePassAreComparedWithEachOther() {
    List<Row> visits = new ArrayList<>();
    double[] weather = {0, 90, 20, 60, 40};
    for (int visit = 0; visit < weather.length; visit++) {
      visits.add(visit(1_000, visit, 1_000 + weather[visit]));
      visits.add(visit(9_000, visit, 1_010 + weather[visit] + visit % 2));
    }
    Rows rows =
        ROWS.withRows(
            List.of(row(1_000, "small", 1_000, 1_090), row(9_000, "small", 1_010, 1_100)));
    Rows seen =
        new Rows(
            "visits",
            List.of(
                Column.whole("sleepNs", Unit.NS, "sleep"),
                Column.text("slack", "slack"),
                Column.count("process", "visit"),
                Column.number("lateNs", Unit.NS, "late")),
            visits);
    List<String> factors = List.of("sleepNs", "slack");
    Amount alone = Amount.of(rows, null, factors);
    Amount paired = Amount.of(rows, seen, factors);
    assertThat(alone.at("sleepNs", 9_000).above(alone.at("sleepNs", 1_000)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(paired.at("sleepNs", 9_000).above(paired.at("sleepNs", 1_000)).outcome())
        .isEqualTo(Outcome.CONFIRMED);
    assertThat(paired.at("sleepNs", 9_000).below(paired.at("sleepNs", 1_000)).outcome())
        .isEqualTo(Outcome.REFUTED);
    Amount few = Amount.of(rows, seen.withRows(visits.subList(0, 4)), factors);
    assertThat(few.at("sleepNs", 9_000).above(few.at("sleepNs", 1_000)).outcome())
        .as("two passes have no interval of their own")
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  private static Row visit(int sleepNs, int visit, double lateNs) {
    return Row.of("sleepNs", sleepNs, "slack", "small", "process", visit, "lateNs", lateNs);
  }

  @Test
  void numbersAndMultiplesAreComparedToo() {
    Amount small = late().at("sleepNs", 1_000, "slack", "small");
    assertThat(small.within(900, 1_200).outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(small.above(1_050).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(small.below(900).outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(
            late()
                .at("sleepNs", 9_000, "slack", "small")
                .withinMultiples(small, 1.5, 2.5)
                .outcome())
        .isEqualTo(Outcome.CONFIRMED);
    assertThat(late().of("calls").within(2, 4).outcome()).isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void statementsJoinByKleenesLogic() {
    Statement yes = late().above(0);
    Statement no = late().below(0);
    assertThat(yes.and(no).outcome()).isEqualTo(Outcome.REFUTED);
    assertThat(yes.or(no).outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(no.not().outcome()).isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void whatHasNoIntervalIsNotMeasurable() {
    Statement few = late().at("sleepNs", 50_000).above(late().at("sleepNs", 1_000));
    assertThat(few.outcome()).isEqualTo(Outcome.NOT_MEASURABLE);
    assertThat(few.why()).contains("There is no interval of late at sleep 50.0 µs");
    assertThat(late().at("sleepNs", 1_000).above(late().at("sleepNs", 7)).outcome())
        .isEqualTo(Outcome.NOT_MEASURABLE);
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> late().at("sleep", 1))
        .hasMessage("there is no factor 'sleep'; there are: sleepNs, slack");
    assertThatThrownBy(() -> late().of("early")).hasMessageContaining("no column 'early'");
    assertThatThrownBy(() -> late().of("stop")).hasMessageContaining("'stop' is no estimate");
    assertThatThrownBy(() -> late().at("sleepNs", 1_000).estimate())
        .hasMessageContaining("has 2 estimates: pick one setting");
  }

  @Test
  void theHighestAndTheLowestAreFoundAndShown() {
    assertThat(late().highest())
        .hasToString("late at sleep 9.00 µs, slack large: 5.10 µs [5.05, 5.15]");
    assertThat(late().lowest().estimate().low()).isEqualTo(1_000);
    assertThat(late().at("sleepNs", 7)).hasToString("late at sleep 7.00 ns: not known");
  }
}
