package org.switchlab.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {

  @Test
  void onlyOneIsSingular() {
    assertThat(Plural.of(0, "point")).isEqualTo("0 points");
    assertThat(Plural.of(1, "point")).isEqualTo("1 point");
    assertThat(Plural.of(73, "point")).isEqualTo("73 points");
  }

  @Test
  void aNounMayHaveItsOwnPlural() {
    assertThat(Plural.of(1, "process", "processes")).isEqualTo("1 process");
    assertThat(Plural.of(16, "process", "processes")).isEqualTo("16 processes");
  }
}
