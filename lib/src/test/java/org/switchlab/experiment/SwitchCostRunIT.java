package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.Lab;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.os.Footprint;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.result.RunSchema;
import org.switchlab.result.SwitchCostResult;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.warning.WarningCode;

class SwitchCostRunIT {

  @TempDir private Path temporary;

  private static SwitchCostExperiment small() {
    return Lab.kernelSwitchCost()
        .quick()
        .sizesBytes(4096, 16384)
        .stridesBytes(0, 64)
        .budget(Duration.ofSeconds(20))
        .progress(Progress.Listener.SILENT);
  }

  @Test
  void measuresSavesAndLoadsEqual() throws Exception {
    Path folder = temporary.resolve("result");
    SwitchCostResult result = small().saveTo(folder).run();
    assertThat(result.source()).isEqualTo(Source.MEASURED);
    assertThat(result.estimates()).hasSize(3).allSatisfy(SwitchCostRunIT::assertMeasured);
    assertThat(Result.load(folder)).isEqualTo(result);
    assertThat(RunSchema.errors(ResultJson.document(result, folder))).isEmpty();
  }

  private static void assertMeasured(PointEstimate estimate) {
    assertThat(estimate.switchCostNs()).isNotNull();
    assertThat(estimate.roundTripNs()).isGreaterThan(estimate.singleNs());
    assertThat(estimate.switchesCounted())
        .isBetween(
            (long) (estimate.switchesExpected() * 0.99),
            (long) (estimate.switchesExpected() * 1.01) + 1);
  }

  @Test
  void answersEveryClaimItBearsOn() {
    assertThat(small().run().verdicts())
        .extracting(Verdict::id)
        .containsExactly("CS-1", "CS-3", "CS-4", "CS-5", "CS-6", "CS-21");
  }

  @Test
  void anInterruptEndsItAndKeepsWhatItHas() throws Exception {
    List<Progress> reports = new ArrayList<>();
    Footprint before = Footprint.now();
    SwitchCostResult result =
        Lab.kernelSwitchCost()
            .precision(0.000_001)
            .budget(Duration.ofMinutes(10))
            .progress(
                progress -> {
                  reports.add(progress);
                  if (reports.size() == 3) {
                    Thread.currentThread().interrupt();
                  }
                })
            .run();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(result.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(result.samples().processes()).isNotEmpty();
    assertThat(Lab.last()).isSameAs(result);
    before.assertNothingAdded();
  }
}
