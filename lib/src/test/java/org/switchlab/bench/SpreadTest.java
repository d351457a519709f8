package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void isTheRangeAsAShareOfTheMedianInAnyOrder() {
    assertThat(Spread.relative(List.of(103.0, 99.0, 100.0))).isCloseTo(0.04, within(1e-12));
    assertThat(Spread.relative(List.of(7.0, 7.0))).isZero();
  }

  @Test
  void ofOneValueIsNoStatement() {
    assertThatThrownBy(() -> Spread.relative(List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 values");
  }
}
