package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchlab.claim.Outcome.COMPARED;
import static org.switchlab.claim.Outcome.CONFIRMED;
import static org.switchlab.claim.Outcome.INCONCLUSIVE;
import static org.switchlab.claim.Outcome.REFUTED;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.result.ResultData;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What a run that was recorded on another host says of the paper's claims. */
class RecordedVerdictsTest {

  /** Its costs rise on past L2; that they fall past L1d, four passes do not tell. */
  @Test
  void aMachineWhoseCostsRisePastL2RefutesThePeakThereAndTheFallAfterIt() {
    Map<String, Outcome> outcomes =
        judged().verdicts().stream().collect(Collectors.toMap(Verdict::id, Verdict::outcome));
    assertThat(outcomes)
        .containsEntry("CS-1", COMPARED)
        .containsEntry("CS-3", INCONCLUSIVE)
        .containsEntry("CS-4", INCONCLUSIVE)
        .containsEntry("CS-5", REFUTED)
        .containsEntry("CS-6", REFUTED)
        .containsEntry("CS-21", CONFIRMED);
  }

  @Test
  void whileOthersAreBusyClaimsAtSharedCachesStayOpenAndTheRestDoesNot() {
    String message = "other programs used 93 % of the CPU time";
    var busy = new Warning(WarningCode.OTHERS_BUSY, message, "run again");
    SwitchCosts beside = judged(recorded().withWarnings(List.of(busy)));
    assertThat(beside.verdicts())
        .filteredOn(verdict -> List.of("CS-5", "CS-6").contains(verdict.id()))
        .hasSize(2)
        .allSatisfy(verdict -> assertThat(verdict.outcome()).isEqualTo(INCONCLUSIVE))
        .allSatisfy(verdict -> assertThat(verdict.why()).contains(message));
    assertThat(beside.verdicts().getFirst().outcome())
        .isEqualTo(judged().verdicts().getFirst().outcome())
        .isNotEqualTo(INCONCLUSIVE);
  }

  private static ResultData recorded() {
    return Catalogue.read(Path.of("../datasets/machines/firecracker-epyc-zen4"));
  }

  private static SwitchCosts judged() {
    return judged(recorded());
  }

  private static SwitchCosts judged(ResultData data) {
    Experiment<SwitchCosts> experiment = KernelSwitchCost.EXPERIMENT;
    return experiment.judged(
        data.with(
            data.source(),
            data.observations(),
            experiment.spec().analysis().tables(data.plan(), data.observations(), Map.of())));
  }

  @Test
  void whatAVerdictRestsOnIsStoredWithIt(@TempDir Path folder) {
    SwitchCosts judged = judged();
    judged.save(folder.resolve("one"));
    List<Verdict> stored = KernelSwitchCost.EXPERIMENT.load(folder.resolve("one")).verdicts();
    assertThat(stored).isEqualTo(judged.verdicts());
    assertThat(stored.get(1).findings()).hasSize(3);
  }

  /** Where more time would help: the sizes about L1d, of which CS-3 and CS-4 are open. */
  @Test
  void onlyTheSettingsOfOpenVerdictsNeedMore() {
    assertThat(KernelSwitchCost.EXPERIMENT.openSettings(judged().data()))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.whole("arrayBytes")).isIn(32L << 10, 64L << 10));
  }
}
