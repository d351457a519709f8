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
  void theSummaryTellsWhereTheTimeWent() {
    Times times =
        Times.of("unit", Duration.ofSeconds(50))
            .plus(Times.of("browser", Duration.ofSeconds(65)))
            .plus(Times.of("unit", Duration.ofSeconds(20)));

    assertThat(Suite.summary(Map.of(), Tally.NONE.taking(times), Duration.ofSeconds(200)).lines())
        .containsSubsequence(
            "time                                    3 min 20 s",
            "  unit                                  1 min 10 s",
            "  browser                               1 min  5 s",
            "  building, preparing                   1 min  5 s");
  }

  @Test
  void testsSideBySideLeaveNoRest() {
    assertThat(Times.of("unit", Duration.ofSeconds(9)).table(Duration.ofSeconds(5)))
        .doesNotContain("building");
  }

  @Test
  void aTestInPythonIsOfTheGroupOfItsFile() {
    assertThat(Groups.ofPython("kernel-ext.src.test.python.kernel.test_floods"))
        .isEqualTo("kernel");
    assertThat(Groups.ofPython("kernel-ext.src.test.python.test_notebook_form"))
        .isEqualTo("notebooks");
    assertThat(Groups.ofPython("test_lab")).isEqualTo("other tests in Python");
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
