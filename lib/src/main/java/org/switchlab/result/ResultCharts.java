package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.VegaDrawing;
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

  /** How each file is made, by name; pictures come last. */
  static Map<String, Supplier<byte[]>> of(Result result) {
    Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
    Map<String, Figure> figures = figures(result);
    figures.forEach((name, f) -> files.put(name + ".vl.json", () -> vegaLite(f)));
    figures.forEach(
        (name, figure) -> {
          files.put(name + SVG, () -> ChartFiles.svg(figure));
          files.put(name + PNG, () -> ChartFiles.png(figure));
        });
    return files;
  }

  private static byte[] vegaLite(Figure figure) {
    return VegaDrawing.json(figure).getBytes(UTF_8);
  }

  private static Map<String, Figure> figures(Result result) {
    Map<String, Figure> figures = new LinkedHashMap<>(Map.of(MAIN, result.figure()));
    figures.putAll(result.presentation().furtherFigures(result));
    return figures;
  }
}
