package org.switchlab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;

class MagicsTest {

  @Test
  void doctorReportsTheMachine() throws Exception {
    assertThat(Magics.all().get("doctor").call(List.of())).isInstanceOf(Machine.class);
  }

  @Test
  void wrongArgumentsAreExplained() {
    assertThatThrownBy(() -> Magics.all().get("doctor").call(List.of("now")))
        .hasMessageContaining("%doctor takes no argument");
    for (List<String> wrong : List.of(List.<String>of(), List.of("three"), List.of("3", "4"))) {
      assertThatThrownBy(() -> Magics.all().get("figure").call(wrong))
          .hasMessageContaining("such as %figure 3")
          .hasMessageContaining(wrong.toString());
    }
    assertThatThrownBy(() -> Magics.all().get("figure").call(List.of("99")))
        .hasMessageContaining("there is no experiment 'fig99'");
  }
}
