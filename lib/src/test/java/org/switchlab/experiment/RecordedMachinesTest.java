package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Source;

/** What is recorded in {@code datasets/machines} loads, says so, and follows from its raw rows. */
class RecordedMachinesTest {

  static List<Path> recordings() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("../datasets/machines"))) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void aRecordingIsMarkedAndItsEstimatesFollowFromItsObservations(Path folder) {
    SwitchCosts recorded = KernelSwitchCost.EXPERIMENT.load(folder);
    assertThat(recorded.source()).isEqualTo(Source.RECORDED);
    Map<Setting, Stop> stops =
        recorded.estimates().stream()
            .collect(Collectors.toMap(CostEstimate::setting, CostEstimate::stop));
    assertThat(
            KernelSwitchCost.EXPERIMENT
                .spec()
                .analysis()
                .tables(recorded.plan(), recorded.observations(), stops))
        .isEqualTo(recorded.data().tables());
  }
}
