package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.bench.Reading.Kept;

class KernelStartTest {

  private final KernelStart benchmark = new KernelStart();

  @Test
  void theMediansAreComparedWhateverStandsBeforeTheDocument() throws Exception {
    String output =
        """
        /usr/lib/python3: a warning of some library
        {
          "seconds": {"stock": [4.0, 4.2], "switchlab": [1.5, 1.7]},
          "medianSeconds": {"stock": 4.0, "switchlab": 1.6},
          "ratio": 0.4
        }
        """;

    Reading reading = benchmark.reading(output);

    assertThat(reading.kept()).isEqualTo(Kept.YES);
    assertThat(reading.ratioToPromise()).isEqualTo(0.8);
    assertThat(reading.figures())
        .containsEntry("startsOfEach", 2)
        .containsEntry("oursToStockRatio", 0.4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Traceback", "{\"ratio\": 0.4}", "{\"seconds\": "})
  void anythingElseIsNotMeasurable(String output) {
    assertThatThrownBy(() -> benchmark.reading(output))
        .isInstanceOf(NotMeasurableException.class)
        .hasMessageContaining("the Jupyter client printed no");
  }
}
