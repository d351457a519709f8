package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.draw.Svg;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Stacks;
import org.switchlab.plan.Setting;
import org.switchlab.result.ResultCharts;
import org.switchlab.table.Estimate;

/** The parts of a cost as a picture of its own. */
class PartsFigureTest {

  private static Setup<SwitchCosts> kernel() {
    return KernelSwitchCost.EXPERIMENT
        .setup()
        .sizesBytes(1 << 10, 32 << 10)
        .stridesBytes(0, 8, 64)
        .seed(1);
  }

  private static Setup<SwitchCosts> user() {
    return UserSwitchCost.EXPERIMENT
        .setup()
        .sizesBytes(1 << 10, 32 << 10)
        .stridesBytes(0, 64)
        .seed(1);
  }

  /** Direct parts of 1 µs; the array adds 0.5 µs at 32 KiB, and at 1 KiB takes a little away. */
  private static SwitchCosts result(Setup<SwitchCosts> setup) {
    List<CostEstimate> estimates = new ArrayList<>();
    for (Setting setting : setup.plan(Scripted.MACHINE).settings()) {
      double indirectNs = setting.whole("arrayBytes") > 1024 ? 500 : -20;
      estimates.add(estimate(setting, around(1_000), around(indirectNs)));
    }
    return Scripted.of(setup, estimates);
  }

  private static Estimate around(double ns) {
    return new Estimate(ns, ns - 10, ns + 10, 0.95);
  }

  private static CostEstimate estimate(Setting setting, Estimate direct, Estimate indirect) {
    double ns = direct.value() + indirect.value();
    return new CostEstimate(
        setting,
        around(ns),
        around(ns),
        direct,
        indirect,
        400.0,
        2 * (400 + ns),
        Scripted.passes(ns, ns, ns),
        12,
        0,
        2_400,
        2_400,
        Stop.BUDGET);
  }

  private static List<Mark.Bars> bars(Figure figure) {
    return figure.marks(Mark.Bars.class);
  }

  @Test
  void thePartsAddUpToTheCost() {
    SwitchCosts result = result(kernel());
    List<Mark.Bars> bars = bars(result.partsFigure());
    assertThat(bars)
        .extracting(Mark.Bars::name)
        .containsExactly("message and switch", "own array fetched again");
    assertThat(Stacks.raised(bars.getLast(), bars, false))
        .extracting(Dot::y)
        .as("a part below zero hangs from it")
        .containsExactly(-0.02, 1.5);
    assertThat(result.partsFigure().notes()).singleElement().asString().contains("below zero");
    assertThat(result.partsFigure().heading().title()).contains("stride 64 B");
  }

  @Test
  void theOtherLevelStandsBeside() {
    assertThat(bars(result(user()).partsFigure()))
        .extracting(Mark.Bars::name)
        .containsExactly(
            "user level: message and switch",
            "user level: own array fetched again",
            "kernel level: message and switch",
            "kernel level: own array fetched again");
  }

  @Test
  void theCallerChoosesTheStride() {
    SwitchCosts result = result(kernel());
    assertThat(result.parts(8).heading().title()).contains("stride 8 B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> result.parts(16))
        .withMessage("no array was walked in steps of 16 B; there are: [8, 64]");
    SwitchCosts noLine = result(kernel().stridesBytes(0, 128, 256));
    assertThat(noLine.partsFigure().heading().title()).contains("stride 128 B");
  }

  @Test
  void onePartThatIsWideDoesNotStretchTheAxis() {
    Setup<SwitchCosts> setup = kernel().stridesBytes(64);
    List<CostEstimate> estimates = new ArrayList<>();
    for (Setting setting : setup.plan(Scripted.MACHINE).settings()) {
      estimates.add(estimate(setting, around(1_000), new Estimate(200, -90_000, 90_000, 0.95)));
    }
    double top = Scripted.of(setup, estimates).partsFigure().y().scale().axisMax();
    assertThat(top).isBetween(1.2, 2.0);
  }

  @Test
  void theFolderAndThePageHaveItBesideTheFigure(@TempDir Path folder) throws IOException {
    SwitchCosts result = result(kernel());
    Svg.check(result.figures());
    result.save(folder.resolve("with"));
    assertThat(ResultCharts.names(result))
        .containsExactly("chart.svg", "chart.png", "parts.svg", "parts.png");
    assertThat(folder.resolve("with").resolve("parts.svg")).isNotEmptyFile();
    assertThat(folder.resolve("with").resolve("parts.vl.json")).isNotEmptyFile();
    assertThat(result.figures()).hasSize(2);
    assertThat(result.toHtml().split("<svg", -1)).hasSize(3);
    assertThat(Catalogue.load(folder.resolve("with"))).isEqualTo(result);
  }

  @Test
  void couplesOfBatchesHaveNoParts(@TempDir Path folder) throws IOException {
    Setup<SwitchCosts> setup = kernel();
    List<CostEstimate> estimates = new ArrayList<>();
    for (Setting setting : setup.plan(Scripted.MACHINE).settings()) {
      estimates.add(Scripted.estimate(setting, around(1_000), 1_000.0, 1_000.0, 1_000.0));
    }
    SwitchCosts couples = Scripted.of(setup, estimates);
    assertThat(couples.figures()).hasSize(1);
    assertThat(couples.partsFigure().isEmpty()).isTrue();
    couples.save(folder.resolve("without"));
    try (Stream<Path> files = Files.list(folder.resolve("without"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("parts"));
    }
  }
}
