package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Fig. 3 set up, and the table of its costs. */
class SwitchCostsTest {

  private static Setup<SwitchCosts> setup() {
    return KernelSwitchCost.EXPERIMENT.setup().seed(11);
  }

  @Test
  void anUnknownNameListsTheNamesThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Catalogue.open("fig99"))
        .withMessageContaining("'fig99'")
        .withMessageContaining("kernel-switch (fig3)");
  }

  @Test
  void theDefaultGridIsSetByTheMachinesCaches() {
    Plan plan = setup().plan(Machine.published());
    long largest =
        plan.settings().stream().mapToLong(s -> s.whole("arrayBytes")).max().orElseThrow();
    assertThat(largest).isEqualTo(2 * Machine.published().cacheBytes(2).getAsLong());
    assertThat(plan.settings()).filteredOn(s -> s.whole("strideBytes") == 0).hasSize(1);
  }

  @Test
  void whatIsAskedForIsInThePlan() {
    Plan plan =
        setup()
            .sizesBytes(1024, 4096)
            .stridesBytes(0, 64)
            .precision(0.01)
            .budget(Duration.ofSeconds(3))
            .plan(Machine.published());
    assertThat(plan.settings()).hasSize(3);
    assertThat(plan.effort().precision()).isEqualTo(0.01);
    assertThat(plan.effort().budgetMs()).isEqualTo(3_000);
    assertThat(plan.seed()).isEqualTo(11);
  }

  @Test
  void aCpuThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().cpu(4_711).plan(Machine.published()))
        .withMessageContaining("4711")
        .withMessageContaining(Machine.published().allowedCpus().toString());
  }

  @Test
  void sizesAndStridesThatNoArrayCanHaveAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().sizesBytes(100))
        .withMessageContaining("sizes is 100")
        .withMessageContaining("multiple of 64 B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setup().stridesBytes(24))
        .withMessageContaining("power of two");
    assertThatIllegalArgumentException().isThrownBy(() -> setup().sizesBytes());
  }

  @Test
  void columnsAreThePublishedOnesWithExplicitTypes() {
    Table table = Scripted.of(setup(), List.of()).table();
    assertThat(table.columnNames())
        .startsWith(
            "arrayBytes",
            "strideBytes",
            "estimateNs",
            "ciLowNs",
            "ciHighNs",
            "singleNs",
            "roundTripNs",
            "directNs",
            "directLowNs",
            "directHighNs",
            "indirectNs",
            "indirectLowNs",
            "indirectHighNs",
            "meanNs",
            "meanLowNs",
            "meanHighNs")
        .contains("passes", "samples", "rejected", "switchesExpected", "switchesCounted", "stop");
    assertThat(table.types())
        .startsWith(ColumnType.LONG, ColumnType.LONG, ColumnType.DOUBLE)
        .endsWith(ColumnType.LONG, ColumnType.STRING);
  }

  @Test
  void whatIsAbsentIsMissingAndNotZero() {
    Table table =
        Scripted.of(
                setup(),
                List.of(
                    Scripted.estimate(
                        Setting.of("arrayBytes", 1024, "strideBytes", 8),
                        new Estimate(0, -5, 5, 0.95)),
                    Scripted.estimate(Setting.of("arrayBytes", 2048, "strideBytes", 8), null)))
            .table();
    assertThat(table.doubleColumn("estimateNs").get(0)).isZero();
    for (String column : List.of("estimateNs", "ciLowNs", "ciHighNs", "singleNs")) {
      assertThat(table.column(column).isMissing(0)).as(column).isFalse();
      assertThat(table.column(column).isMissing(1)).as(column).isTrue();
    }
    assertThat(table.stringColumn("stop").asList()).containsExactly("precision", "failed");
  }
}
