package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.VegaDrawing;
import org.switchlab.draw.XChartDrawing;
import org.switchlab.figure.Figure;

/** The picture of a result as files. */
final class ResultCharts {

  private ResultCharts() {}

  /** By name: SVG and PNG for people, Vega-Lite for those who go on. */
  static Map<String, byte[]> of(Result result) {
    Figure figure = result.figure();
    XYChart chart = XChartDrawing.of(figure);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("chart.vl.json", VegaDrawing.json(figure).getBytes(UTF_8));
    files.put("chart.svg", ChartFiles.svg(chart));
    files.put("chart.png", ChartFiles.png(chart));
    return files;
  }
}
