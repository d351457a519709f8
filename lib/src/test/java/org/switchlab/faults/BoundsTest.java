package org.switchlab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundsTest {

  private final Bounds bounds = new Bounds();

  private Map<String, Integer> broken(double... times) {
    return bounds.broken(Map.of("leg", Arrays.stream(times).boxed().toList()));
  }

  @Test
  void theShortestTimeCountsAndNeighboursDoNot() {
    bounds.learn(Map.of("leg", List.of(5_000.0, 1_000.0)));
    assertThat(broken(90_000, 1_200)).isEmpty();
    assertThat(broken(3_100, 90_000)).containsEntry("leg", 1);
    assertThat(broken(90_000, 200)).containsEntry("leg", -1);
  }

  @Test
  void aLaterUndisturbedRunLowersWhatIsUsual() {
    bounds.learn(Map.of("leg", List.of(30_000.0)));
    assertThat(broken(1_000)).containsEntry("leg", -1);
    bounds.learn(Map.of("leg", List.of(1_100.0)));
    assertThat(broken(1_000)).isEmpty();
  }

  @Test
  void shortTimesAreNotToldApart() {
    bounds.learn(Map.of("leg", List.of(1.0)));
    assertThat(broken(150)).isEmpty();
    assertThat(broken(200)).containsEntry("leg", 1);
  }
}
