package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Outcome;
import org.switchlab.emulator.NoEmulatorException;
import org.switchlab.run.Progress;
import org.switchlab.sample.Source;

/** Counters on an emulated machine, from their definition to a folder that loads equal. */
class CountsIT {

  @TempDir Path folder;

  @Test
  void missesBeginAtHalfOfL1dWithSwitches() {
    Counts result =
        run(
            CounterSetup.of(CounterFigures.L1D_MISSES)
                .sizesBytes(1 << 10, 8 << 10, 16 << 10, 32 << 10, 64 << 10));
    assertThat(result.source()).isEqualTo(Source.EMULATED);
    assertThat(result.verdicts())
        .filteredOn(verdict -> verdict.id().equals("CS-14"))
        .allMatch(verdict -> verdict.outcome() != Outcome.NOT_MEASURABLE);
    assertThat(CounterFigures.L1D_MISSES.load(folder.resolve("r"))).isEqualTo(result);
  }

  private Counts run(Setup<Counts> setup) {
    try {
      return setup
          .source("emulated")
          .quick()
          .seed(1)
          .saveTo(folder.resolve("r"))
          .progress(Progress.Listener.SILENT)
          .run();
    } catch (ExperimentException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof NoEmulatorException) {
          return abort("no emulated machine here: " + e.getMessage());
        }
      }
      throw e;
    }
  }
}
