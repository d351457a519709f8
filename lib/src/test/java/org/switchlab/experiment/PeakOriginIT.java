package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.Lab;
import org.switchlab.claim.Verdict;
import org.switchlab.plan.Point;
import org.switchlab.result.PeakOriginResult;
import org.switchlab.result.Result;
import org.switchlab.result.ResultJson;
import org.switchlab.result.RunSchema;
import org.switchlab.run.Progress;
import org.switchlab.view.TextStyle;

class PeakOriginIT {

  @TempDir private Path temporary;

  @Test
  void measuresBothPageSizesSavesAndLoadsEqual() throws Exception {
    Path folder = temporary.resolve("result");
    PeakOriginResult result =
        Lab.peakOrigin()
            .quick()
            .sizesBytes(16 << 10, 256 << 10)
            .budget(Duration.ofSeconds(3))
            .saveTo(folder)
            .progress(Progress.Listener.SILENT)
            .run();
    assertThat(result.plan().points())
        .extracting(Point::pageBytes)
        .containsOnly(Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES);
    assertThat(result.estimates()).hasSize(4);
    assertThat(result.verdicts()).extracting(Verdict::id).containsExactly("CS-19");
    assertThat(Result.load(folder)).isEqualTo(result);
    assertThat(RunSchema.errors(ResultJson.document(result, folder))).isEmpty();
    assertThat(result.toHtml()).contains("<td class=\"n\">2 MiB</td>");
    assertThat(result.toText(TextStyle.PLAIN)).contains("256 KiB");
  }

  @Test
  void oneSizeIsNoRise() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lab.peakOrigin().sizesBytes(64 << 10))
        .withMessageContaining("two or more");
  }
}
