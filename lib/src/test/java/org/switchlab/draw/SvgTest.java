package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg><path d=\"M0 0 LNaN 1\"/></svg>",
        "<svg><path d=\"M0 0 L NaN 1\"/></svg>",
        "<svg><rect x=\"1\" width=\"-3\"/></svg>",
        "<svg><line x1=\"-Infinity\"/></svg>",
        "<svg><rect\n width=\"null\"/></svg>"
      })
  void aPlaceThatIsNoNumberIsFound(String svg) {
    assertThatThrownBy(() -> Svg.checked(svg)).isInstanceOf(AssertionError.class);
  }

  @Test
  void wordsMayHoldIt() {
    assertThat(Svg.checked("<svg><text x=\"1\">NaN, null and ∞</text></svg>")).contains("NaN");
  }
}
