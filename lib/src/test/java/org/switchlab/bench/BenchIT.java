package org.switchlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchlab.bench.Reading.Kept;
import org.switchlab.os.Footprint;

/** Real benchmarks, asked what they find and not how fast they are. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BenchIT {

  @Test
  void theQuickGridIsMeasuredInAJvmOfItsOwn() throws Exception {
    Footprint before = Footprint.now();

    BenchReport report = BenchReport.of(List.of(GridTime.quick()), step -> {});

    Reading reading = report.readings().getFirst();
    assertThat(reading.kept()).as(reading.note()).isIn(Kept.YES, Kept.NO);
    assertThat(reading.figures().get("wallSeconds").doubleValue()).isPositive();
    assertThat(reading.figures().get("points").intValue()).isPositive();
    before.assertNothingAdded();
  }

  @Test
  void interruptingABenchmarkLeavesNoProcess() throws Exception {
    Footprint before = Footprint.now();
    var started = new CompletableFuture<Void>();
    var report = new CompletableFuture<BenchReport>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () ->
                    report.complete(
                        BenchReport.of(List.of(GridTime.full()), step -> started.complete(null))));
    started.get();
    Thread.sleep(Duration.ofSeconds(2));

    caller.interrupt();

    assertThat(report.get().complete()).isFalse();
    caller.join();
    before.assertNothingAdded();
  }

  @Test
  void aProbeAnswersWithTheStartsAskedFor() throws Exception {
    try (Subprocess probe = StartLatency.probe("64m", 16L << 20)) {
      StartLatency.awaitReady(probe);
      assertThat(StartLatency.startsNs(probe))
          .hasSize(StartLatency.STARTS_A_TURN)
          .allMatch(ns -> ns > 0);
      assertThat(StartLatency.startsNs(probe)).hasSize(StartLatency.STARTS_A_TURN);
    }
  }
}
