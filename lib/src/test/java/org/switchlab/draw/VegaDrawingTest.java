package org.switchlab.draw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

class VegaDrawingTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static JsonNode draw(Figure figure) throws Exception {
    return MAPPER.readTree(VegaDrawing.json(figure));
  }

  @TestFactory
  Stream<DynamicTest> everyFigureIsCompleteAndHoldsOnlyFiniteNumbers() {
    return VegaFigures.all().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> complete(entry)));
  }

  private static void complete(Map.Entry<String, Figure> entry) throws Exception {
    String json = VegaDrawing.json(entry.getValue());
    assertThat(json).doesNotContain("NaN", "Infinity", ":null");
    JsonNode chart = MAPPER.readTree(json);
    assertThat(chart.at("/$schema").asText()).endsWith("/vega-lite/v5.json");
    assertThat(chart.at("/width").asText()).isEqualTo("container");
    assertThat(chart.at("/background").asText()).isEqualTo("transparent");
    assertThat(chart.at("/title/text").asText()).isEqualTo(entry.getValue().heading().title());
    assertThat(chart.at("/title/subtitle/0").asText()).startsWith("measured here");
    assertThat(chart.at("/description").asText()).startsWith("Figure: ");
    assertThat(chart.findValuesAsText("url")).as("loads nothing").isEmpty();
    assertThat(chart.findParents("mark")).allMatch(layer -> layer.at("/mark/type").isTextual());
  }

  @Test
  void aFigureTakesNumbersThatNoJsonHas() throws Exception {
    List<Dot> dots =
        List.of(
            new Dot(1, Double.NaN, Double.NaN, Double.NaN, ""),
            new Dot(2, 3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, ""));
    Axis axis = new Axis("µs", LinearScale.fromZero(4));
    Figure figure =
        VegaFigures.figure("t", axis, axis, List.of(new Mark.Series("a", Look.line(0), dots)));
    assertThat(VegaDrawing.json(figure)).doesNotContain("NaN", "Infinity");
    JsonNode rows = rows(draw(figure), "a");
    assertThat(rows.get(0).has("y")).as("a gap").isFalse();
    assertThat(rows.get(1).get("high").asDouble()).isEqualTo(4);
    assertThat(rows.get(1).get("interval").asText()).isEqualTo("−∞ – ∞");
  }

  @Test
  void pointsTellWhatIsKnownOfThem() throws Exception {
    JsonNode chart = draw(VegaFigures.lines());
    JsonNode row = rows(chart, "stride 8 B").get(1);
    assertThat(row.get("xText").asText()).isEqualTo("2");
    assertThat(row.get("yText").asText()).isEqualTo("1.3");
    assertThat(row.get("interval").asText()).isEqualTo("1.17 – 1.43");
    assertThat(row.get("hint").asText()).isEqualTo("12 processes");
    JsonNode tooltip = layer(chart, "stride 8 B", "point").at("/encoding/tooltip");
    assertThat(tooltip.findValuesAsText("title"))
        .containsExactly(
            "title", "array size (KiB)", "cost of one switch (µs)", "interval", "note");
  }

  @Test
  void aSeriesIsBandLineIntervalsAndPointsInItsLook() throws Exception {
    JsonNode chart = draw(VegaFigures.lines());
    assertThat(group(chart, "stride 64 B").findValuesAsText("type"))
        .containsSubsequence("area", "line", "rule", "point");
    JsonNode line = layer(chart, "stride 64 B", "line").get("mark");
    assertThat(line.get("color").asText()).isEqualTo("#D55E00");
    assertThat(line.get("strokeDash").size()).isEqualTo(2);
    assertThat(layer(chart, "published", "point").at("/mark/filled").asBoolean()).isFalse();
  }

  @Test
  void intervalsOfRowsLie() throws Exception {
    JsonNode chart = draw(VegaFigures.ladder());
    JsonNode interval = layer(chart, "cost", "rule").get("encoding");
    assertThat(interval.at("/x/field").asText()).isEqualTo("low");
    assertThat(interval.at("/x2/field").asText()).isEqualTo("high");
    JsonNode first = rows(chart, "cost").get(0);
    assertThat(first.get("low").asDouble()).as("below a logarithmic axis: on its end").isOne();
    assertThat(first.get("interval").asText()).as("but told as it is").startsWith("-2");
    assertThat(layer(chart, "once", "rule").at("/mark/strokeWidth").asDouble()).isGreaterThan(4);
  }

  @Test
  void aClickInTheLegendTakesANameOut() throws Exception {
    JsonNode chart = draw(VegaFigures.lines());
    List<String> names = List.of("stride 8 B", "stride 64 B", "published", "no array: 1.02 µs");
    JsonNode base = chart.at("/layer/0");
    assertThat(base.at("/encoding/color/scale/domain").valueStream().map(JsonNode::asText))
        .containsExactlyElementsOf(names);
    JsonNode shown = base.at("/params/1");
    assertThat(shown.get("bind").asText()).isEqualTo("legend");
    assertThat(shown.get("value").findValuesAsText("name")).isEqualTo(names);
    for (String name : names) {
      assertThat(group(chart, name).at("/transform/0/filter/param").asText()).isEqualTo("shown");
    }
  }

  @Test
  void onlyContinuousAxesCanBeZoomed() throws Exception {
    assertThat(draw(VegaFigures.lines()).findValuesAsText("bind")).contains("scales");
    assertThat(draw(VegaFigures.bars()).findValuesAsText("bind"))
        .contains("legend")
        .doesNotContain("scales");
  }

  @Test
  void theBoxAroundTheChartIsNotMadeAsNarrowAsItsContent() throws Exception {
    JsonNode options = draw(VegaFigures.lines()).at("/usermeta/embedOptions");
    assertThat(options.get("defaultStyle").asBoolean(true)).isFalse();
    assertThat(options.at("/patch/0/value/bind/style").asText()).contains("visibility:hidden");
  }

  @Test
  void barsStandBesideEachOtherFromZero() throws Exception {
    JsonNode chart = draw(VegaFigures.bars());
    JsonNode left = rows(chart, "2 clients").get(1);
    JsonNode right = rows(chart, "64 clients").get(1);
    assertThat(left.get("to").asDouble()).isLessThan(right.get("from").asDouble());
    assertThat(left.get("x").asDouble() + right.get("x").asDouble()).isEqualTo(2);
    assertThat(left.get("foot").asDouble()).isZero();
  }

  @Test
  void barsOfOneStackStandOnOneAnotherAndTellTheirOwnValue() throws Exception {
    JsonNode chart = draw(SampleFigures.parts());
    JsonNode upper = rows(chart, "kernel: own array fetched again").get(1);
    assertThat(upper.get("foot").asDouble()).isEqualTo(1.31);
    assertThat(upper.get("y").asDouble()).isEqualTo(1.59);
    assertThat(upper.get("yText").asText()).isEqualTo("0.28");
    assertThat(upper.get("interval").asText()).isEqualTo("0.252 – 0.308");
    JsonNode hanging = rows(chart, "kernel: own array fetched again").get(0);
    assertThat(hanging.get("foot").asDouble()).isZero();
    assertThat(hanging.get("y").asDouble()).isEqualTo(-0.06);
  }

  @Test
  void histogramsComeFromZeroAndGoBack() throws Exception {
    JsonNode rows = rows(draw(VegaFigures.histogram()), "quiet");
    assertThat(rows.findValuesAsText("y"))
        .containsExactly("0.0", "12.0", "40.0", "0.0", "5.0", "0.0");
  }

  @Test
  void stretchesInWhichNothingIsDoneAreThin() throws Exception {
    JsonNode chart = draw(VegaFigures.timeline());
    assertThat(height(rows(chart, "switched out").get(0)))
        .isLessThan(height(rows(chart, "walk").get(0)) / 2);
  }

  private static double height(JsonNode row) {
    return Math.abs(row.get("y2").asDouble() - row.get("y").asDouble());
  }

  @Test
  void namesOutsideThePictureArePointedTo() throws Exception {
    assertThat(VegaDrawing.json(VegaFigures.lines())).contains("L3 12 MiB →", "\"L1d 32 KiB\"");
  }

  @Test
  void aFigureWithoutNumbersSaysSo() throws Exception {
    assertThat(VegaDrawing.json(VegaFigures.all().get("empty"))).contains(Figure.NOTHING);
  }

  private static JsonNode group(JsonNode chart, String name) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode layer : chart.get("layer")) {
      if (layer.has("layer") && name.equals(layer.at("/data/values/0/name").asText())) {
        found.add(layer);
      }
    }
    assertThat(found).as(name).isNotEmpty();
    return found.getFirst();
  }

  private static JsonNode rows(JsonNode chart, String name) {
    return group(chart, name).at("/data/values");
  }

  private static JsonNode layer(JsonNode chart, String name, String type) {
    for (JsonNode layer : group(chart, name).get("layer")) {
      if (layer.at("/mark/type").asText().equals(type)) {
        return layer;
      }
    }
    throw new AssertionError(name + " has no " + type);
  }
}
