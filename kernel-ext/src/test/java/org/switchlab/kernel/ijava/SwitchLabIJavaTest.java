package org.switchlab.kernel.ijava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.DisplayStream;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.switchlab.kernel.Imports;
import org.switchlab.kernel.Views;
import org.switchlab.machine.Machine;
import org.switchlab.run.Progress;
import org.switchlab.run.ProgressDefault;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class SwitchLabIJavaTest {

  /** IJava's kernel as far as its base library goes: it has magics and notes what it evaluates. */
  public static final class TestKernel extends BaseKernel {

    private final Magics magics = new Magics();
    private final List<String> evaluated = new ArrayList<>();

    public Magics getMagics() {
      return magics;
    }

    @Override
    public DisplayData eval(String code) {
      evaluated.addAll(code.lines().toList());
      return DisplayData.EMPTY;
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return new LanguageInfo.Builder("Java").build();
    }
  }

  @Test
  void showsValuesAsUnderJJava() throws Exception {
    TestKernel kernel = new TestKernel();
    try (ProgressDefault.Installation installed = SwitchLabIJava.install(kernel)) {
      assertThat(installed).isNotNull();
      DisplayData table =
          kernel.getRenderer().render(Table.create(DoubleColumn.create("durationNs", 1.5)));
      assertThat(table.getData(MIMEType.TEXT_HTML)).asString().contains("<small>ns</small>");
      assertThat(table.getData(MIMEType.TEXT_PLAIN)).asString().contains("durationNs");

      XYChart chart = new XYChartBuilder().build();
      chart.addSeries("s", new double[] {1, 2});
      DisplayData shown = kernel.getRenderer().render(chart);
      assertThat(shown.getData(MIMEType.IMAGE_SVG)).asString().contains("<svg");
      assertThat(shown.hasDataForType(MIMEType.IMAGE_PNG)).isTrue();
    }
  }

  @Test
  void bringsImportsAndMagics() throws Exception {
    TestKernel kernel = new TestKernel();
    try (ProgressDefault.Installation installed = SwitchLabIJava.install(kernel)) {
      assertThat(installed).isNotNull();
      assertThat(kernel.evaluated).isEqualTo(Imports.lines());
      Object report = kernel.magics.applyLineMagic("doctor", List.of());
      assertThat(report).isInstanceOf(Machine.class);
      assertThatThrownBy(() -> kernel.magics.applyLineMagic("figure", List.of()))
          .hasStackTraceContaining("such as %figure 3");
    }
  }

  /** IJava makes a statement of a line magic, whose value nobody else shows. */
  @Test
  void showsWhatALineMagicAnswers() throws Exception {
    List<DisplayData> sent = new ArrayList<>();
    DisplayStream stream =
        new DisplayStream() {
          @Override
          public void display(DisplayData data) {
            sent.add(data);
          }
        };
    Magics magics = new Magics();
    IJavaDisplay display = new IJavaDisplay(new Renderer(), stream);
    Views.all().forEach(display::register);
    SwitchLabIJava.registerMagics(magics, display);
    Machine machine = magics.applyLineMagic("doctor", List.of());
    assertThat(machine).isNotNull();
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().hasDataForType(MIMEType.TEXT_HTML)).isTrue();
  }

  @Test
  void showsProgressUntilUninstalled() throws Exception {
    ProgressDefault.Installation installed = SwitchLabIJava.install(new TestKernel());
    assertThat(ProgressDefault.forOneRun()).isNotSameAs(Progress.Listener.SILENT);
    installed.close();
    assertThat(ProgressDefault.forOneRun()).isSameAs(Progress.Listener.SILENT);
  }

  @Test
  void needsNoClassOfJJava() {
    // The other kernel's classes are not there under IJava: nothing shared may mention them.
    for (Class<?> type : List.of(SwitchLabIJava.class, IJavaDisplay.class)) {
      assertThat(constantPool(type)).doesNotContain("org/dflib/jjava");
    }
  }

  private static String constantPool(Class<?> type) {
    try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
