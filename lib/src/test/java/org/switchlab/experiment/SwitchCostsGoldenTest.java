package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.draw.Golden;
import org.switchlab.draw.TextStyle;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Setting;
import org.switchlab.result.ResultFolder;
import org.switchlab.table.Estimate;
import org.switchlab.table.RowsCsv;

/** What the product itself shows and stores of Fig. 3, held to the letter in every locale. */
class SwitchCostsGoldenTest {

  @TempDir private Path temporary;

  /** A peak at L1d and a higher one at L2, and one setting that has no estimate. */
  private static SwitchCosts result() {
    Setup<SwitchCosts> setup =
        KernelSwitchCost.EXPERIMENT
            .setup()
            .sizesBytes(1 << 10, 16 << 10, 32 << 10, 64 << 10, 256 << 10, 512 << 10)
            .stridesBytes(0, 8, 64)
            .seed(1);
    Random random = new Random(1);
    List<CostEstimate> estimates = new ArrayList<>();
    for (Setting setting : setup.plan(Scripted.MACHINE).settings()) {
      estimates.add(estimate(setting, random));
    }
    SwitchCosts plain = Scripted.of(setup, estimates);
    return KernelSwitchCost.EXPERIMENT.judged(plain.data());
  }

  private static CostEstimate estimate(Setting setting, Random random) {
    long bytes = setting.whole("arrayBytes");
    double ns =
        620
            + (bytes == 32 << 10 ? 880 : 0)
            + (bytes == 256 << 10 ? 2_300 * setting.whole("strideBytes") / 64.0 : 0)
            + random.nextInt(20);
    boolean missing = bytes == 512 << 10 && setting.whole("strideBytes") == 8;
    Estimate cost = missing ? null : new Estimate(ns, ns - 15, ns + 25, 0.95);
    return new CostEstimate(
        setting,
        cost,
        cost,
        null,
        null,
        missing ? null : 400.5,
        missing ? null : 2 * (ns + 400.5),
        missing ? List.of() : Scripted.passes(ns, ns + 3, ns + 5),
        missing ? 0 : 12,
        0,
        2_400,
        2_400,
        missing ? Stop.FAILED : Stop.PRECISION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void text(String locale) {
    Golden.matches(
        "switch-cost.txt", locale, () -> result().toText(new TextStyle(80, true, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void screen(String locale) {
    Golden.matches(
        "switch-cost-screen.txt", locale, () -> result().toScreen(new TextStyle(80, true, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void page(String locale) {
    Golden.matches("switch-cost.html", locale, () -> result().detailsHtml());
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void storedSummary(String locale) {
    Golden.matches(
        "switch-cost.csv",
        locale,
        () -> {
          Path folder = temporary.resolve("result");
          result().save(folder);
          try {
            String stored = Files.readString(folder.resolve(ResultFolder.SUMMARY));
            assertThat(stored).isEqualTo(RowsCsv.text(result().rows()));
            return stored;
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }
}
