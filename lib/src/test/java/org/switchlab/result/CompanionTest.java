package org.switchlab.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.view.TextStyle;

/** A result that measured another subject beside its own. */
class CompanionTest {

  @TempDir private Path temporary;
  private final SwitchCostResult result = SampleResults.withCompanion();

  @Test
  void theTableHoldsTheExperimentsOwnRowsAlone() throws IOException {
    assertThat(result.own()).hasSize(2).allMatch(e -> e.point().subject().equals("gthread"));
    assertThat(result.companion()).hasSize(2);
    assertThat(result.table().rowCount()).isEqualTo(2);
    assertThat(RunSchema.errors(ResultJson.document(result, temporary))).isEmpty();
  }

  @Test
  void bothAreStored() {
    result.save(temporary.resolve("one"));
    assertThat(Result.load(temporary.resolve("one"))).isEqualTo(result);
  }

  @Test
  void theChartNamesWhatLiesBehind() {
    assertThat(result.chart().getSeriesCollection())
        .extracting(series -> series.getName())
        .contains("stride 64 B", "pipe-pair, stride 64 B")
        .anyMatch(name -> name.startsWith("pipe-pair, no array"));
    assertThat(result.toText(TextStyle.PLAIN)).contains("Beside it in the same run, pipe-pair:");
  }
}
