package org.switchlab.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import org.switchlab.draw.AltText;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.VegaDrawing;
import org.switchlab.figure.Figure;
import org.switchlab.machine.Machine;
import org.switchlab.report.MachineHtml;
import org.switchlab.report.MachineText;
import org.switchlab.result.Result;
import tech.tablesaw.api.Table;

/** Every view SwitchLab registers with a kernel. */
public final class Views {

  /** MIME type of HTML. */
  public static final String HTML = "text/html";

  /** MIME type of plain text. */
  public static final String TEXT = "text/plain";

  /** MIME type of SVG, which front ends show only in trusted notebooks. */
  public static final String SVG = "image/svg+xml";

  /** MIME type of PNG. */
  public static final String PNG = "image/png";

  private Views() {}

  /** The views, one a type. */
  public static List<View<?>> all() {
    return List.of(result(), machine(), table(), chart(), figure(), words(), other());
  }

  private static View<String> words() {
    return new View<>(String.class, Map.of(TEXT, ShortText::of));
  }

  /** What has no view of its own. */
  private static View<Object> other() {
    return new View<>(Object.class, Map.of(TEXT, ShortText::of));
  }

  private static View<Result> result() {
    return new View<>(Result.class, Map.of(HTML, Result::detailsHtml, TEXT, Result::toString))
        .after(Result::figures);
  }

  private static View<Machine> machine() {
    return new View<>(Machine.class, Map.of(HTML, MachineHtml::of, TEXT, MachineText::of));
  }

  private static View<Table> table() {
    return new View<>(Table.class, Map.of(HTML, TableHtml::of, TEXT, TableHtml::text));
  }

  /**
   * A figure as a chart that answers the pointer where the front end can draw one, otherwise as a
   * picture: JupyterLab takes Vega-Lite, exported pages the SVG, GitHub the PNG, terminals the
   * words.
   */
  static View<Figure> figure() {
    return new View<>(
        Figure.class,
        Map.of(
            VegaDrawing.MIME_TYPE,
            VegaDrawing::json,
            SVG,
            figure -> text(ChartFiles.svg(figure)),
            PNG,
            figure -> base64(ChartFiles.png(figure)),
            TEXT,
            figure -> words(figure)));
  }

  /**
   * A chart of XChart's. It paints its own background, so its dark lines stay readable on a dark
   * theme. Raw because that is what a chart's class hierarchy is registered under.
   */
  @SuppressWarnings("rawtypes")
  static View<Chart> chart() {
    return new View<>(
        Chart.class,
        Map.of(
            SVG,
            chart -> text(svg(chart)),
            PNG,
            chart -> base64(drawn(chart, "png")),
            TEXT,
            Views::words));
  }

  private static byte[] svg(Chart<?, ?> chart) {
    return ChartFiles.drawn(() -> drawn(PointsOf.fewEnough(chart), "svg"));
  }

  private static byte[] drawn(Chart<?, ?> chart, String format) {
    return ChartFiles.drawn(() -> ChartEncoder.getBytes(chart, format));
  }

  /** A terminal, or a page without a picture, is told why there is none. */
  private static String words(Figure figure) {
    return Stream.concat(
            Stream.of(AltText.of(figure)),
            ChartFiles.doubts().stream().map(doubt -> doubt.message() + "; " + doubt.remedy()))
        .collect(Collectors.joining("\n"));
  }

  private static String words(Chart<?, ?> chart) {
    String series =
        chart.getSeriesCollection().stream().map(Series::getName).collect(Collectors.joining(", "));
    return "Chart \"" + chart.getTitle() + "\": " + series;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
