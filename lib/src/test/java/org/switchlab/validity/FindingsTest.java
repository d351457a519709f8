package org.switchlab.validity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchlab.claim.Outcome;
import org.switchlab.table.Row;
import org.switchlab.validity.Scenario.Part;

class FindingsTest {

  private static final Scenario CALM =
      new Scenario(Part.NOISES, PlantedCosts.flat(), Noise.calm(), 20, 200);
  private static final Scenario TENTHS =
      new Scenario(Part.POWER, PlantedCosts.peakAtL1d(), Noise.busy(), 24, 200);

  private static List<RunScore> runs(double typical, Outcome peak, boolean isFalse) {
    var run = new RunScore(Map.of(Quantity.TYPICAL, typical), Map.of("CS-3", peak), isFalse);
    return Collections.nCopies(200, run);
  }

  @Test
  void whatIsWithinItsGoalMissesNothing() {
    Findings found = Findings.of(new Study(Map.of(CALM, runs(0.94, Outcome.CONFIRMED, false))));
    Row row = found.coverage().rows().getFirst();
    assertThat(row.get("missed")).isEqualTo("no");
    assertThat(row.get("runs")).isEqualTo(200L);
    assertThat(found.missed()).isZero();
    assertThat(found.worstRatio()).isBetween(0.49, 0.51);
  }

  @Test
  void tooFewAndTooManyThatHoldAreMissed() {
    for (double share : List.of(0.92, 0.98)) {
      Findings found = Findings.of(new Study(Map.of(CALM, runs(share, Outcome.CONFIRMED, true))));
      assertThat(found.coverage().rows().getFirst().get("missed"))
          .isEqualTo("typical, false verdicts");
      assertThat(found.worstRatio()).isBetween(19.9, 20.1);
    }
  }

  @Test
  void aFewRunsMissWithAQuestionMark() {
    var few = runs(0.95, Outcome.CONFIRMED, true).subList(0, 1);
    var most = runs(0.95, Outcome.CONFIRMED, false).subList(0, 9);
    var scores = new ArrayList<>(few);
    scores.addAll(most);
    Findings found = Findings.of(new Study(Map.of(CALM, scores)));
    assertThat(found.coverage().rows().getFirst().get("missed")).isEqualTo("false verdicts?");
  }

  @Test
  void powerIsAskedOfClaimsThatAPlantedStepTells() {
    Findings found =
        Findings.of(new Study(Map.of(TENTHS, runs(0.95, Outcome.INCONCLUSIVE, false))));
    assertThat(found.power().rows())
        .extracting(row -> row.get("claim"))
        .containsExactly("CS-3", "CS-4");
    assertThat(found.power().rows()).extracting(row -> row.get("missed")).containsOnly("power");
    assertThat(found.worstRatio()).isBetween(9.9, 10.1);
  }
}
