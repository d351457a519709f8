package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.switchlab.Lab;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;

class SwitchCostExperimentTest {

  @Test
  void anUnknownNameListsTheNamesThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.find("fig99"))
        .withMessageContaining("'fig99'")
        .withMessageContaining("kernel-switch (fig3)")
        .withMessageContaining("direct-cost");
  }

  @Test
  void aFigureIsItsExperimentByNumber() {
    assertThat(Lab.figure(3).definition()).isSameAs(Lab.kernelSwitchCost().definition());
    assertThatIllegalArgumentException().isThrownBy(() -> Lab.figure(99));
  }

  @Test
  void theDefaultGridIsSetByThisMachinesCaches() {
    Plan plan = Lab.kernelSwitchCost().plan();
    long largest = plan.points().stream().mapToLong(Point::arrayBytes).max().orElseThrow();
    Lab.machine().cacheBytes(2).ifPresent(l2 -> assertThat(largest).isEqualTo(2 * l2));
    assertThat(plan.points()).filteredOn(Point::isDirect).hasSize(1);
  }

  @Test
  void whatIsAskedForIsInThePlan() {
    Plan plan =
        Lab.kernelSwitchCost()
            .sizesBytes(1024, 4096)
            .stridesBytes(0, 64)
            .precision(0.01)
            .budget(Duration.ofSeconds(3))
            .seed(11)
            .plan();
    assertThat(plan.points()).hasSize(3);
    assertThat(plan.protocol().precision()).isEqualTo(0.01);
    assertThat(plan.protocol().budgetMs()).isEqualTo(3_000);
    assertThat(plan.seed()).isEqualTo(11);
  }

  @Test
  void theOrderOfTheSettingsDoesNotMatter() {
    Plan one = Lab.directCost().precision(0.03).quick().seed(1).plan();
    Plan other = Lab.directCost().quick().precision(0.03).seed(1).plan();
    assertThat(one).isEqualTo(other);
  }

  @Test
  void withoutASeedEachPlanDrawsItsOwn() {
    assertThat(Lab.directCost().plan().seed()).isNotEqualTo(Lab.directCost().plan().seed());
  }

  @Test
  void aCpuThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.directCost().cpu(4_711).plan())
        .withMessageContaining("4711")
        .withMessageContaining(Lab.machine().allowedCpus().toString());
  }

  @Test
  void theDirectCostHasNoArray() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.directCost().sizesBytes(1024))
        .withMessageContaining("walks no array");
  }
}
