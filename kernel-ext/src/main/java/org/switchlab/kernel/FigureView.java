package org.switchlab.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.switchlab.draw.AltText;
import org.switchlab.draw.ChartFiles;
import org.switchlab.draw.VegaDrawing;
import org.switchlab.draw.XChartDrawing;
import org.switchlab.figure.Figure;

/**
 * How a figure shows itself: as a chart that answers the pointer where the front end can draw one,
 * otherwise as a picture.
 *
 * <p>JupyterLab takes Vega-Lite, exported pages the SVG, GitHub the PNG, terminals the words.
 */
final class FigureView {

  private FigureView() {}

  static View<Figure> view() {
    return new View<>(
        Figure.class,
        Map.of(
            VegaDrawing.MIME_TYPE, VegaDrawing::json,
            Views.SVG, FigureView::svg,
            Views.PNG, FigureView::pngBase64,
            Views.TEXT, AltText::of));
  }

  private static String svg(Figure figure) {
    return new String(ChartFiles.svg(XChartDrawing.of(figure)), StandardCharsets.UTF_8);
  }

  private static String pngBase64(Figure figure) {
    return Base64.getEncoder().encodeToString(ChartFiles.png(XChartDrawing.of(figure)));
  }
}
