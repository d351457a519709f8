package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.result.ResultFolder;

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
  }
}
