package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchlab.claim.Claim;

/** Claims as data and experiments as data agree on who answers what. */
class ClaimsAnsweredTest {

  private static final List<Experiment<?>> EXPERIMENTS = Catalogue.shipped();

  private static Set<String> answered() {
    return EXPERIMENTS.stream()
        .flatMap(experiment -> experiment.claims().stream())
        .map(Claim::id)
        .collect(Collectors.toSet());
  }

  /** A claim without a check says by that that nothing answers it. */
  @Test
  void everyClaimThatNamesACheckIsAnsweredBySomeExperiment() {
    assertThat(Claim.all())
        .filteredOn(claim -> claim.check() != null)
        .isNotEmpty()
        .extracting(Claim::id)
        .isSubsetOf(answered());
  }

  @Test
  void whatAnExperimentAnswersNamesItsCheck() {
    assertThat(EXPERIMENTS.stream().flatMap(experiment -> experiment.claims().stream()))
        .isSubsetOf(Claim.all())
        .allSatisfy(claim -> assertThat(claim.check()).as(claim.id()).isNotBlank());
  }
}
