package org.switchlab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Toolchains;

/** A hundred of the faults of {@code switchlab bench faults}, drawn from all kinds by a seed. */
class CampaignIT {

  private static final int FAULTS = 100;
  private static final int WITHOUT_STRACE = 40;
  private static final long SEED = 20_261_129;

  @Test
  void aHundredFaultsAreToldOrMarkedAndLeaveNothing() throws Exception {
    Report report = Campaign.run(new Selection(SEED, List.of(), FAULTS), _ -> {});
    assertThat(report.findings())
        .filteredOn(finding -> finding.verdict().outcome().isBad())
        .extracting(finding -> finding.fault().name() + ": " + finding.verdict())
        .isEmpty();
    boolean all = report.skipped().stream().noneMatch(why -> why.contains("strace"));
    assertThat(report.faults()).isGreaterThan(all ? FAULTS * 4 / 5 : WITHOUT_STRACE);
    assumeTrue(all, "strace is missing, which lets calls fail (Debian: strace)");
    assertThat(report.findings())
        .extracting(finding -> finding.fault().target())
        .contains(Target.LOAD, Target.RUNNER, Target.TRACER, Target.SESSION, Target.SAVE);
  }

  @Test
  void anInterruptEndsItAndLeavesNothing() throws Exception {
    Set<Path> before = scratch();
    var begun = new CompletableFuture<Void>();
    var ended = new CompletableFuture<Throwable>();
    Thread campaign =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Campaign.run(Selection.all(SEED), said -> begunAt(said, begun));
                    ended.complete(null);
                  } catch (Exception e) {
                    ended.complete(e);
                  }
                });
    begun.get(5, TimeUnit.MINUTES);
    campaign.interrupt();
    assertThat(ended.get(2, TimeUnit.MINUTES)).isInstanceOf(InterruptedException.class);
    assertThat(scratch()).isSubsetOf(before);
  }

  @Test
  void aNameThatNoFaultHasIsRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> Campaign.run(new Selection(1, List.of("no-such"), 1), _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such")
        .hasMessageContaining("runner/");
  }

  /** Faults with strace make sure that something is at work. */
  private static void begunAt(String said, CompletableFuture<Void> begun) {
    if (said.contains("load") || Toolchains.onPath("strace").isEmpty()) {
      begun.complete(null);
    }
  }

  private static Set<Path> scratch() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("switchlab-faults"))
          .collect(Collectors.toSet());
    }
  }
}
