package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.Lab;
import org.switchlab.claim.Verdict;
import org.switchlab.result.LadderResult;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.result.RunSchema;
import org.switchlab.result.SwitchCostResult;
import org.switchlab.run.Progress;

class LadderRunIT {

  @TempDir private Path temporary;

  private static SwitchLadder small(String... rungs) {
    return Lab.switchLadder()
        .quick()
        .rungs(rungs)
        .budget(Duration.ofSeconds(30))
        .progress(Progress.Listener.SILENT);
  }

  private static double costNs(LadderResult ladder, String rung) {
    return ladder.rung(rung).orElseThrow().cost().switchCostNs().value();
  }

  @Test
  void measuresCountsSavesAndLoadsEqual() throws Exception {
    Path folder = temporary.resolve("ladder");
    LadderResult ladder =
        small("call", "gthread-register", "gthread", "pipe-thread", "pipe-process")
            .saveTo(folder)
            .run();
    assertThat(ladder.table().stringColumn("rung").asList())
        .containsExactly("call", "gthread-register", "gthread", "pipe-thread", "pipe-process");
    assertThat(Result.load(folder)).isEqualTo(ladder);
    assertThat(RunSchema.errors(ResultJson.document(ladder, folder))).isEmpty();
    assertThat(ladder.verdicts()).extracting(Verdict::id).containsExactly("CS-2");
    assertThat(ladder.addressSpaceCosts()).singleElement().matches(c -> c.differenceNs() != null);
    assertThat(costNs(ladder, "gthread-register")).isLessThan(costNs(ladder, "gthread"));
    assertThat(costNs(ladder, "gthread-register")).isLessThan(costNs(ladder, "pipe-process"));
  }

  /** On another CPU the waker and the woken meet through an interrupt or an idle loop. */
  @Test
  void acrossCpusBothSidesStayWhereTheyWerePut() {
    assumeTrue(Lab.machine().allowedCpus().size() > 1, "only one CPU is allowed here");
    LadderResult ladder = small("pipe-process-cross").run();
    assertThat(ladder.rung("pipe-process-cross").orElseThrow().cost().roundTripNs()).isNotNull();
  }

  @Test
  void fig5HasItsClaimsAnsweredBesideTheKernels() {
    SwitchCostResult result =
        Lab.userSwitchCost()
            .quick()
            .sizesBytes(4096, 16384)
            .stridesBytes(0, 64)
            .budget(Duration.ofSeconds(20))
            .progress(Progress.Listener.SILENT)
            .run();
    assertThat(result.verdicts()).extracting(Verdict::id).containsExactly("CS-2", "CS-9", "CS-10");
    assertThat(result.verdicts().getFirst().why()).contains("system calls");
    assertThat(result.own()).hasSize(3).allMatch(e -> e.switchCostNs() != null);
    assertThat(result.companion()).hasSize(3).allMatch(e -> e.switchCostNs() != null);
    assertThat(result.table().rowCount()).isEqualTo(3);
  }
}
