package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.machine.Machine;
import org.switchlab.os.Footprint;
import org.switchlab.result.Result;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;
import org.switchlab.warning.WarningCode;

/** Costs measured on this machine: the direct cost, Fig. 5, and the ladder. */
class CostRunsIT {

  @TempDir private Path temporary;

  private static <R extends Result> Setup<R> small(Experiment<R> experiment) {
    return experiment
        .setup()
        .quick()
        .budget(Duration.ofSeconds(5))
        .progress(Progress.Listener.SILENT);
  }

  private static Setup<Ladder> ladder(Object... rungs) {
    return small(SwitchLadder.EXPERIMENT).set("rungs", rungs);
  }

  @Test
  void theDirectCostIsMeasuredSavedAndLoadedEqual() {
    Path folder = temporary.resolve("direct");
    SwitchCosts result = small(DirectCost.EXPERIMENT).saveTo(folder).run();
    assertThat(result.source()).isEqualTo(Source.MEASURED);
    assertThat(result.estimates()).singleElement().satisfies(CostRunsIT::assertMeasured);
    assertThat(result.verdicts()).extracting(Verdict::id).containsExactly("CS-1", "CS-21");
    assertThat(DirectCost.EXPERIMENT.load(folder)).isEqualTo(result);
  }

  private static void assertMeasured(CostEstimate estimate) {
    assertThat(estimate.switchCostNs()).isNotNull();
    assertThat(estimate.roundTripNs()).isGreaterThan(estimate.singleNs());
    assertThat(estimate.switchesCounted())
        .isBetween(
            (long) (estimate.switchesExpected() * 0.99),
            (long) (estimate.switchesExpected() * 1.01) + 1);
  }

  @Test
  void fig5HasItsClaimsAnsweredBesideTheKernels() {
    Path folder = temporary.resolve("fig5");
    SwitchCosts result =
        small(UserSwitchCost.EXPERIMENT)
            .sizesBytes(4096, 16384)
            .stridesBytes(0, 64)
            .saveTo(folder)
            .run();
    assertThat(result.verdicts())
        .extracting(Verdict::id)
        .containsExactly("CS-2", "CS-9", "CS-10", "CS-22");
    assertThat(result.verdicts().getFirst().why()).contains("system calls");
    assertThat(result.own()).hasSize(3).allSatisfy(CostRunsIT::assertOrdered);
    assertThat(result.companion()).hasSize(3).allMatch(e -> e.switchCostNs() != null);
    assertThat(UserSwitchCost.EXPERIMENT.load(folder)).isEqualTo(result);
  }

  private static void assertOrdered(CostEstimate estimate) {
    assertThat(estimate.switchCostNs()).isNotNull();
    assertThat(estimate.roundTripNs()).isGreaterThan(estimate.singleNs());
  }

  @Test
  void theLadderIsMeasuredCountedSavedAndLoadedEqual() {
    Path folder = temporary.resolve("ladder");
    Ladder ladder =
        ladder("call", "gthread-register", "gthread", "pipe-thread", "pipe-process")
            .saveTo(folder)
            .run();
    assertThat(ladder.table().stringColumn("rung").asList())
        .containsExactly("call", "gthread-register", "gthread", "pipe-thread", "pipe-process");
    assertThat(SwitchLadder.EXPERIMENT.load(folder)).isEqualTo(ladder);
    assertThat(ladder.verdicts()).extracting(Verdict::id).containsExactly("CS-2");
    assertThat(ladder.addressSpaceCosts()).singleElement().matches(c -> c.differenceNs() != null);
    assertThat(costNs(ladder, "gthread-register")).isLessThan(costNs(ladder, "gthread"));
    assertThat(costNs(ladder, "gthread-register")).isLessThan(costNs(ladder, "pipe-process"));
    assertThat(ladder.rung("call").syscallsPerSwitch()).isNotNull();
  }

  private static double costNs(Ladder ladder, String rung) {
    return ladder.rung(rung).cost().switchCostNs().value();
  }

  /** On another CPU the waker and the woken meet through an interrupt or an idle loop. */
  @Test
  void acrossCpusBothSidesStayWhereTheyWerePut() {
    if (Machine.read().allowedCpus().size() < 2) {
      abort("only one CPU is allowed here");
    }
    Ladder ladder = ladder("pipe-process-cross").run();
    assertThat(ladder.rung("pipe-process-cross").cost().roundTripNs()).isNotNull();
  }

  @Test
  void anInterruptEndsItAndKeepsWhatItHas() throws Exception {
    Path folder = temporary.resolve("interrupted");
    List<Progress> reports = new ArrayList<>();
    Footprint before = Footprint.now();
    SwitchCosts result =
        UserSwitchCost.EXPERIMENT
            .setup()
            .precision(0.000_001)
            .budget(Duration.ofMinutes(10))
            .saveTo(folder)
            .progress(
                progress -> {
                  if (!progress.isWaiting()) {
                    reports.add(progress);
                  }
                  if (reports.size() == 3) {
                    Thread.currentThread().interrupt();
                  }
                })
            .run();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(result.has(WarningCode.INTERRUPTED)).isTrue();
    assertThat(result.observations()).isNotEmpty();
    assertThat(result.work()).isEmpty();
    assertThat(Setup.last()).isSameAs(result);
    assertThat(UserSwitchCost.EXPERIMENT.load(folder)).isEqualTo(result);
    before.assertNothingAdded();
  }
}
