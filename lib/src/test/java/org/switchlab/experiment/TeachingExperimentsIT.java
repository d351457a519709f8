package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.Lab;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.WrongMethod;
import org.switchlab.defect.WrongMethods;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.SamplePatterns;
import org.switchlab.estimate.Stop;
import org.switchlab.os.Affinity;
import org.switchlab.os.Footprint;
import org.switchlab.result.ProtocolsResult;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.result.RunSchema;
import org.switchlab.result.TimelineResult;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;
import org.switchlab.warning.WarningCode;

/** With the real runner, on few rounds. */
class TeachingExperimentsIT {

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

  private static void assertStored(Result result, Path folder) throws Exception {
    assertThat(Result.load(folder)).isEqualTo(result);
    assertThat(RunSchema.errors(ResultJson.document(result, folder))).isEmpty();
  }

  @Test
  void aTimelineSeesTheSwitchesThatTheKernelCounts() throws Exception {
    Path folder = temporary.resolve("timeline");
    TimelineResult result = Lab.timeline().rounds(20).saveTo(folder).run();
    assertStored(result, folder);
    assertThat(result.timeline().messageNs(Variant.SINGLE, Activity.SWITCH)).isZero();
    assertThat(result.timeline().messageNs(Variant.PAIR, Activity.SWITCH)).isPositive();
    assumeThat(result.has(WarningCode.NO_PINNING))
        .as("without pinning the processes need not displace each other")
        .isFalse();
    assertThat(result.timeline().switchesSeen()).isEqualTo(40);
  }

  @Test
  void theRunnerWalksAsAlgorithmOneDoes() throws Exception {
    Path folder = temporary.resolve("pattern");
    var result = Lab.accessPattern().sizesBytes(8192).stridesBytes(8, 64, 256).saveTo(folder).run();
    assertStored(result, folder);
    assertThat(result.patterns())
        .extracting(AccessPattern::order)
        .containsExactly(
            SamplePatterns.of(8192, 8).order(),
            SamplePatterns.of(8192, 64).order(),
            SamplePatterns.of(8192, 256).order());
  }

  @Test
  void everyWrongMethodIsAppliedAndStored() throws Exception {
    Path folder = temporary.resolve("protocols");
    ProtocolsResult result =
        Lab.protocols()
            .quick()
            .sizesBytes(4096)
            .budget(Duration.ofSeconds(6))
            .progress(Progress.Listener.SILENT)
            .saveTo(folder)
            .run();
    assertStored(result, folder);
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
  void anInterruptKeepsThePassesItHas() throws Exception {
    int[] reports = {0};
    ProtocolsResult result =
        Lab.protocol("twice-the-switches")
            .sizesBytes(4096)
            .precision(0.000_001)
            .progress(
                progress -> {
                  if (++reports[0] == 3) {
                    Thread.currentThread().interrupt();
                  }
                })
            .run();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(result.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(result.samples().processes()).isNotEmpty();
    assertThat(result.comparisons())
        .extracting(Comparison::stop)
        .isSubsetOf(List.of(Stop.INTERRUPTED, Stop.PRECISION, Stop.FAILED));
    assertThat(Lab.last()).isSameAs(result);
  }
}
