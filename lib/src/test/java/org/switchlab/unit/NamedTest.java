package org.switchlab.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTest {

  private static final List<Integer> ALL = List.of(10, 11, 20);

  private static int find(String name) {
    return Named.find("number", ALL, number -> "n" + number, name);
  }

  @Test
  void findsByName() {
    assertThat(find("n11")).isEqualTo(11);
  }

  @Test
  void saysWhichThereAre() {
    assertThatThrownBy(() -> find("n1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no number 'n1'; there are: n10, n11, n20");
  }
}
