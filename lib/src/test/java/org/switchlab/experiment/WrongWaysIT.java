package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.WrongMethod;
import org.switchlab.defect.WrongMethods;
import org.switchlab.estimate.Stop;
import org.switchlab.os.Affinity;
import org.switchlab.os.Footprint;
import org.switchlab.run.Progress;
import org.switchlab.warning.WarningCode;

/** With the real runner, in few passes. */
class WrongWaysIT {

  @TempDir private Path temporary;
  private Footprint before;

  @BeforeEach
  void takeFootprint() throws Exception {
    before = Footprint.now();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    before.assertNothingAdded();
  }

  @Test
  void everyWrongMethodIsAppliedAndStored() {
    Path folder = temporary.resolve("protocols");
    WrongWaysResult result =
        WrongWays.EXPERIMENT
            .setup()
            .quick()
            .sizesBytes(4096)
            .budget(Duration.ofSeconds(6))
            .progress(Progress.Listener.SILENT)
            .saveTo(folder)
            .run();
    assertThat(WrongWays.EXPERIMENT.load(folder)).isEqualTo(result);
    assertThat(result.comparisons())
        .extracting(Comparison::name)
        .containsExactlyElementsOf(WrongMethods.all().stream().map(WrongMethod::name).toList());
    boolean second = Affinity.allowed().size() > 1;
    assertThat(result.comparisons())
        .filteredOn(comparison -> second || !comparison.name().equals("unpinned"))
        .extracting(Comparison::applications)
        .allMatch(applications -> applications > 0);
  }

  @Test
  void anInterruptKeepsThePassesItHas() {
    int[] reports = {0};
    WrongWaysResult result =
        WrongWays.EXPERIMENT
            .set("method", "twice-the-switches")
            .sizesBytes(4096)
            .precision(0.000_001)
            .progress(
                progress -> {
                  if (!progress.isWaiting() && ++reports[0] == 3) {
                    Thread.currentThread().interrupt();
                  }
                })
            .run();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(result.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(result.samples()).isNotEmpty();
    assertThat(result.comparisons())
        .extracting(Comparison::stop)
        .isSubsetOf(Stop.INTERRUPTED, Stop.PRECISION, Stop.FAILED);
    assertThat(Setup.last()).isSameAs(result);
  }
}
