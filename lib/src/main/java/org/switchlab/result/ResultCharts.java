package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.VegaDrawing;
import org.switchlab.draw.XChartDrawing;
import org.switchlab.figure.Figure;

/** The pictures of a result as files: SVG and PNG for people, Vega-Lite for those who go on. */
public final class ResultCharts {

  /** Name of the main picture, without the ends that say its form. */
  private static final String MAIN = "chart";

  private static final String SVG = ".svg";
  private static final String PNG = ".png";

  private ResultCharts() {}

  /** The names of the files that people open, the main picture's first. */
  public static List<String> names(Result result) {
    return figures(result).keySet().stream()
        .flatMap(n -> List.of(n + SVG, n + PNG).stream())
        .toList();
  }

  /** All files, by name. */
  static Map<String, byte[]> of(Result result) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    figures(result).forEach((name, figure) -> add(name, figure, files));
    return files;
  }

  private static Map<String, Figure> figures(Result result) {
    Map<String, Figure> figures = new LinkedHashMap<>(Map.of(MAIN, result.figure()));
    figures.putAll(result.presentation().furtherFigures(result));
    return figures;
  }

  private static void add(String name, Figure figure, Map<String, byte[]> files) {
    XYChart chart = XChartDrawing.of(figure);
    files.put(name + ".vl.json", VegaDrawing.json(figure).getBytes(UTF_8));
    files.put(name + SVG, ChartFiles.svg(chart));
    files.put(name + PNG, ChartFiles.png(chart));
  }
}
