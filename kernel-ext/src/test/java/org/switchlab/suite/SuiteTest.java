package org.switchlab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteTest {

  @Test
  void theSummaryEndsWithTheCountsAlone() {
    Map<String, Tally> outcomes = new LinkedHashMap<>();
    outcomes.put("unit tests", new Tally(3, List.of("A.b"), List.of("one CPU", "one CPU")));
    outcomes.put("browser", Tally.skip("no Chromium"));
    Tally sum = outcomes.values().stream().reduce(Tally.NONE, Tally::plus);

    assertThat(Suite.summary(outcomes, sum, Duration.ofSeconds(61)).lines())
        .contains("skipped 2: one CPU", "skipped 1: no Chromium", "FAILED A.b")
        .endsWith("3 passed, 1 failed, 3 skipped");
  }

  @Test
  void aProgramThatEndsBadlyWithoutAFailedTestIsAFailure() {
    Tally passed = new Tally(5, List.of(), List.of());

    assertThat(passed.orFailureOf("mvn verify", 1).line())
        .isEqualTo("5 passed, 1 failed, 0 skipped");
    assertThat(passed.orFailureOf("mvn verify", 0)).isEqualTo(passed);
    assertThat(Tally.failure("A.b").orFailureOf("mvn verify", 1).failed()).containsExactly("A.b");
  }
}
