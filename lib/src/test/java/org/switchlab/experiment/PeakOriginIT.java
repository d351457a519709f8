package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.claim.Verdict;
import org.switchlab.draw.TextStyle;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.warning.WarningCode;

/** Where the rise at L2 comes from, with the real runner and, where there is one, an emulator. */
class PeakOriginIT {

  @TempDir private Path temporary;

  @Test
  void measuresBothPageSizesSavesAndLoadsEqual() {
    Path folder = temporary.resolve("result");
    PeakOriginResult result =
        PeakOrigin.EXPERIMENT
            .setup()
            .quick()
            .sizesBytes(16 << 10, 256 << 10)
            .budget(Duration.ofSeconds(3))
            .saveTo(folder)
            .progress(Progress.Listener.SILENT)
            .run();
    assertThat(result.plan().settings())
        .extracting(setting -> setting.whole("pageBytes"))
        .containsOnly(Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES);
    assertThat(result.estimates()).hasSize(8);
    assertThat(result.verdicts()).extracting(Verdict::id).containsExactly("CS-19");
    assertThat(PeakOrigin.EXPERIMENT.load(folder)).isEqualTo(result);
    assertThat(result.causes().isEmpty()).isEqualTo(result.has(WarningCode.NO_EMULATOR));
    assertThat(result.toHtml()).contains("2 MiB");
    assertThat(result.toText(TextStyle.PLAIN)).contains("256 KiB");
  }
}
