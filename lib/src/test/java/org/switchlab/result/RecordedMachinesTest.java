package org.switchlab.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.PointEstimator;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.sample.Source;

class RecordedMachinesTest {

  static List<Path> recordings() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("../datasets/machines"))) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void aRecordingIsMarkedAndItsEstimatesFollowFromItsSamples(Path folder) {
    SwitchCostResult recorded = Result.load(folder, SwitchCostResult.class);
    assertThat(recorded.source()).isEqualTo(Source.RECORDED);
    assertThat(recorded.estimates()).isEqualTo(estimatesOf(recorded));
  }

  private static List<PointEstimate> estimatesOf(SwitchCostResult result) {
    double floorNs = ReferenceFloor.floorNs(result.samples().processes()).orElseThrow();
    var estimator = new PointEstimator(result.plan(), new ReferenceFloor(floorNs));
    return result.estimates().stream()
        .map(e -> estimator.estimate(e.point(), result.samples().at(e.point()), e.stop()))
        .toList();
  }
}
