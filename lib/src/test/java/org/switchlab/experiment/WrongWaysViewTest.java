package org.switchlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.SampleComparisons;
import org.switchlab.draw.Golden;
import org.switchlab.draw.Svg;
import org.switchlab.draw.TextStyle;
import org.switchlab.estimate.Analysis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.machine.Machine;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultJson;
import org.switchlab.sample.Source;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What people read and see of wrong methods. */
class WrongWaysViewTest {

  private static final Machine MACHINE = Machine.published();

  private static WrongWaysResult result(List<Comparison> comparisons) {
    var rows =
        new Rows(
            Analysis.ESTIMATES,
            Comparison.COLUMNS,
            comparisons.stream().map(Comparison::row).toList());
    ResultData data =
        ResultData.begun(
                Source.MEASURED,
                "2026-01-02T03:04:05Z",
                MACHINE,
                WrongWays.EXPERIMENT.setup().seed(1).plan(MACHINE))
            .with(Source.MEASURED, List.of(), List.of(rows))
            .withWarnings(
                List.of(new Warning(WarningCode.VIRTUAL_MACHINE, "a hypervisor stands below", "")));
    return WrongWays.EXPERIMENT.make(data);
  }

  @Test
  void comparisonsAreReadBackFromTheirRows() {
    List<Comparison> comparisons = SampleComparisons.all();
    assertThat(result(comparisons).comparisons()).isEqualTo(comparisons);
  }

  @Test
  void everyMethodHasARowAnsweredOrNot() {
    List<Comparison> comparisons = SampleComparisons.all();
    WrongWaysResult result = result(comparisons);
    assertThat(((RowScale) result.figure().y().scale()).names())
        .containsExactlyElementsOf(comparisons.stream().map(Comparison::name).toList());
    List<Mark.Series> series = result.figure().marks(Mark.Series.class);
    assertThat(series)
        .extracting(Mark.Series::name)
        .containsExactly("right", "wrong", "applied once");
    assertThat(series)
        .allSatisfy(one -> assertThat(one.dots().stream().filter(Dot::hasInterval)).hasSize(3))
        .allMatch(Mark.Series::lying);
    assertThat(Svg.of(result.chartSvg()))
        .contains(comparisons.stream().map(Comparison::name).toList())
        .contains("95 % intervals");
  }

  @Test
  void aSingleApplicationHasARangeAndNoValue() {
    Mark.Series once = result(SampleComparisons.all()).figure().marks(Mark.Series.class).getLast();
    Dot li = once.dots().get(1);
    assertThat(li.isThere()).isFalse();
    assertThat(li.reaches(true)).isTrue();
    assertThat(li.low()).isEqualTo(-0.57);
    assertThat(li.high()).isEqualTo(2.63);
  }

  @Test
  void withoutAnyNumberThePictureSaysSo() {
    WrongWaysResult nothing = result(List.of(SampleComparisons.unanswered()));
    assertThat(nothing.figure().isEmpty()).isTrue();
    assertThat(Svg.of(nothing.chartSvg())).contains("nothing measured");
    assertThat(nothing.toString()).doesNotContain("Furthest off");
  }

  @Test
  void itShowsItselfEverywhere() {
    WrongWaysResult result = result(SampleComparisons.all());
    assertThat(result.toString())
        .startsWith("Wrong ways to measure a switch, beside the right one\n")
        .isEqualTo(result.toText(TextStyle.PLAIN));
    assertThat(result.toHtml())
        .startsWith("<div class=\"switchlab\">")
        .contains("<svg", "<table", "what &lt;it&gt; does", "why that is wrong");
    assertThat(result.chartPng()).isNotEmpty();
    assertThat(result.vegaLite()).contains("applied once: 3 ranges");
    assertThat(result.table().rowCount()).isEqualTo(4);
  }

  @Test
  void theDocumentFollowsTheSchema() {
    Catalogue.register(WrongWays.EXPERIMENT);
    String document = ResultJson.document(result(SampleComparisons.all()), Path.of("a/folder"));
    assertThat(schemaErrors(document)).isEmpty();
    assertThat(schemaErrors(document.replace("\"errorNs\"", "\"other\""))).isNotEmpty();
  }

  /** What in {@code json} does not follow the schema of today's experiments. */
  static List<?> schemaErrors(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(RunSchema.text(), InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE"})
  void whatPeopleReadIsTheSameEverywhere(String locale) {
    WrongWaysResult result = result(SampleComparisons.all());
    Golden.matches(
        "wrong-ways.txt",
        locale,
        () ->
            result.toText(TextStyle.PLAIN) + "\n" + result.toText(new TextStyle(60, false, false)));
  }
}
