package org.switchlab.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;

/** Claims as data and experiments as data agree on who answers what. */
class ClaimsAnsweredTest {

  private static final List<Experiment<?>> EXPERIMENTS =
      List.of(KernelSwitchCost.EXPERIMENT, PeakOrigin.EXPERIMENT, WrongWays.EXPERIMENT);

  /** Claims of experiments that {@link #EXPERIMENTS} does not hold. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "CS-2", "CS-7", "CS-8", "CS-9", "CS-10", "CS-11", "CS-12", "CS-13", "CS-14", "CS-15",
          "CS-16", "CS-17", "CS-18", "CS-20");

  private static Set<String> answered() {
    return EXPERIMENTS.stream()
        .flatMap(experiment -> experiment.claims().stream())
        .map(Claim::id)
        .collect(Collectors.toSet());
  }

  /** A claim without a check says by that that nothing answers it. */
  @Test
  void everyClaimThatNamesACheckIsAnsweredBySomeExperiment() {
    assertThat(Claims.load())
        .filteredOn(claim -> claim.check() != null && !ELSEWHERE.contains(claim.id()))
        .isNotEmpty()
        .extracting(Claim::id)
        .isSubsetOf(answered());
  }

  @Test
  void whatAnExperimentAnswersNamesItsCheck() {
    assertThat(EXPERIMENTS.stream().flatMap(experiment -> experiment.claims().stream()))
        .isSubsetOf(Claims.load())
        .allSatisfy(claim -> assertThat(claim.check()).as(claim.id()).isNotBlank());
  }

  @Test
  void whatIsAnsweredHereIsNotElsewhere() {
    assertThat(answered()).doesNotContainAnyElementsOf(ELSEWHERE);
  }
}
