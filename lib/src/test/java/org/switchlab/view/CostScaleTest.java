package org.switchlab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.switchlab.table.Estimate;

class CostScaleTest {

  private static final SymlogScale STEEP = CostScale.of(Figures.steep());

  @Property(tries = 300)
  void aCostComesBackFromItsPlace(@ForAll @DoubleRange(min = -100, max = 1_000) double costUs) {
    double back = STEEP.toValue(STEEP.toAxis(costUs));
    assertThat(back).isCloseTo(costUs, within(1e-9 * Math.max(1, Math.abs(costUs))));
  }

  @Property(tries = 300)
  void aHigherCostStandsHigher(
      @ForAll @DoubleRange(min = -100, max = 1_000) double a,
      @ForAll @DoubleRange(min = -100, max = 1_000) double b) {
    assertThat(Double.compare(STEEP.toAxis(a), STEEP.toAxis(b))).isEqualTo(Double.compare(a, b));
  }

  @Test
  void smallArraysKeepALinearAxisBesideVeryLargeCosts() {
    assertThat(STEEP.isLinear()).isFalse();
    assertThat(STEEP.toAxis(1.5)).isEqualTo(1.5);
    double share = (STEEP.toAxis(1.5) - STEEP.toAxis(1.0)) / (STEEP.axisMax() - STEEP.axisMin());
    assertThat(share).as("height of the peak at L1d").isGreaterThan(0.05);
  }

  @Test
  void everyIntervalIsOnTheAxis() {
    assertThat(STEEP.toValue(STEEP.axisMin())).isLessThanOrEqualTo(-20);
    assertThat(STEEP.toValue(STEEP.axisMax())).isGreaterThanOrEqualTo(120);
  }

  @Test
  void costsCloseTogetherNeedNoCompression() {
    SymlogScale small = CostScale.of(Figures.small());
    assertThat(small.isLinear()).isTrue();
    assertThat(small.ticks().stream().map(small::label))
        .containsExactly("0", "0.5", "1", "1.5", "2");
  }

  @Test
  void ticksSayTheCostAtTheirPlace() {
    assertThat(STEEP.ticks().stream().map(STEEP::label))
        .containsSequence("-2", "-0.5", "0", "0.5", "1", "1.5", "2", "2.5", "10", "40");
  }

  @Test
  void onePointOrNoneStillHasAnAxis() {
    assertThat(CostScale.of(only(new Estimate(1000, 1000, 1000, 0.95))).ticks())
        .hasSizeGreaterThan(1);
    assertThat(CostScale.of(only(null)).ticks()).hasSizeGreaterThan(1);
    assertThat(CostScale.of(only(new Estimate(0, 0, 0, 0.95))).ticks()).hasSizeGreaterThan(1);
  }

  private static SwitchCostFigure only(Estimate cost) {
    return Figures.of(List.of(Figures.point(1024, 8, cost)));
  }
}
