package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.estimate.Stop;
import org.switchlab.result.ResultFolder;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotRounds;
import org.switchlab.table.Row;

/** Fig. 3 on this machine, from its definition to a folder that loads equal. */
class KernelSwitchCostIT {

  @TempDir Path folder;

  @Test
  void runsSavesAndLoadsEqual() throws Exception {
    SwitchCosts result =
        KernelSwitchCost.EXPERIMENT
            .set("sizes", "16K", 64 << 10)
            .set("strides", 0, 64)
            .quick()
            .budget(Duration.ofSeconds(3))
            .seed(7)
            .saveTo(folder.resolve("r"))
            .run();

    assertThat(result.rows().rows()).hasSize(3);
    assertThat(result.direct()).isPresent();
    assertThat(result.verdicts()).hasSize(6);
    SwitchCosts loaded = KernelSwitchCost.EXPERIMENT.load(folder.resolve("r"));
    assertThat(loaded.plan()).isEqualTo(result.plan());
    assertThat(loaded.observations()).isEqualTo(result.observations());
    assertThat(loaded.data().tables()).isEqualTo(result.data().tables());
    assertThat(loaded).isEqualTo(result);
    assertThat(Catalogue.load(folder.resolve("r"))).isEqualTo(result);
    assertThat(folder.resolve("r").resolve(ResultFolder.OBSERVATIONS)).isNotEmptyFile();
    assertThat(result.observations()).allMatch(Slot::isIn);
    assertThat(result.rounds()).isEmpty();
  }

  @Test
  void keptRoundsAreThoseOfTheSlots() {
    Setup<SwitchCosts> setup = small().set("keep-rounds", true);
    SwitchCosts result = setup.saveTo(folder.resolve("r")).run();
    SwitchCosts loaded = KernelSwitchCost.EXPERIMENT.load(folder.resolve("r"));
    assertThat(loaded.rounds()).isEqualTo(result.rounds());
    assertThat(result.rounds())
        .hasSameSizeAs(result.observations())
        .zipSatisfy(result.observations(), KernelSwitchCostIT::assertSame);
  }

  private static void assertSame(SlotRounds kept, Observation seen) {
    assertThat(kept.setting()).isEqualTo(seen.setting());
    assertThat(kept.pass()).isEqualTo(seen.process());
    assertThat(kept.slot()).isEqualTo(seen.repetition());
    Slot slot = Slot.of(seen);
    assertThat(kept.rounds().pair()).hasSize(Math.toIntExact(slot.rounds()));
    double legNs =
        kept.rounds().pair().stream().mapToDouble(Rounds.Pair::legNs).average().orElseThrow();
    assertThat(legNs).isCloseTo(slot.legMeanNs(), within(0.2));
  }

  @Test
  void roundsWithoutAFolderAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> small().set("keep-rounds", true).run())
        .withMessageContaining("saveTo");
  }

  /** The paper's own protocol measures couples, as the paper does. */
  @Test
  void thePapersProtocolKeepsCouples() {
    SwitchCosts result =
        KernelSwitchCost.EXPERIMENT
            .set("strides", 0)
            .set("paper", true)
            .set("scale", 0.0001)
            .progress(Progress.Listener.SILENT)
            .run();
    assertThat(result.samples()).hasSize(20).allMatch(group -> group.couples().size() == 10);
    assertThat(result.estimates().getFirst().stop()).isEqualTo(Stop.FIXED);
  }

  @Test
  void untilDecidedSaysHowOftenItLookedAndAtWhichLevelItEnded() {
    Path stored = folder.resolve("r");
    SwitchCosts result =
        small().stridesBytes(0).untilDecided(Duration.ofMillis(2_000)).saveTo(stored).run();
    List<Row> looks = result.rows("looks").rows();
    assertThat(looks).hasSizeBetween(1, 2);
    double level = looks.getLast().number("levelShare").orElseThrow();
    assertThat(level).isEqualTo(1 - 0.05 / (1 << looks.size()));
    assertThat(result.plan().effort().level()).isEqualTo(level);
    assertThat(KernelSwitchCost.EXPERIMENT.load(stored)).isEqualTo(result);
  }

  private static Setup<SwitchCosts> small() {
    return KernelSwitchCost.EXPERIMENT
        .set("sizes", "4K")
        .set("strides", 0, 64)
        .budget(Duration.ofMillis(1_000))
        .progress(Progress.Listener.SILENT);
  }
}
