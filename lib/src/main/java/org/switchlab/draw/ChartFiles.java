package org.switchlab.draw;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.switchlab.figure.Figure;
import org.switchlab.warning.Warning;

/**
 * A chart as the bytes of a file; needs no display, but fonts.
 *
 * <p>Drawing may fail in any way that a machine's fonts and libraries can be missing, errors of the
 * JVM among them. Here, and nowhere else, all of them become one exception.
 */
public final class ChartFiles {

  /** Pixels a chart unit: sharp on high-density screens and in print at a column's width. */
  private static final int PNG_SCALE = 2;

  /** Digits of a pixel's hundredth and below: a third of the file, and nothing to see. */
  private static final Pattern TINY_DIGITS = Pattern.compile("(\\d\\.\\d{2})\\d+");

  private ChartFiles() {}

  /**
   * The figure as an SVG document, UTF-8.
   *
   * @throws DrawingException if nothing can be drawn here
   */
  public static byte[] svg(Figure figure) {
    return drawn(() -> svgOf(XChartDrawing.of(figure)));
  }

  /**
   * The chart as an SVG document, UTF-8.
   *
   * @throws DrawingException if nothing can be drawn here
   */
  public static byte[] svg(Chart<?, ?> chart) {
    return drawn(() -> svgOf(chart));
  }

  /**
   * The figure as a PNG picture, two pixels a chart unit.
   *
   * @throws DrawingException if nothing can be drawn here
   */
  public static byte[] png(Figure figure) {
    return drawn(() -> pngOf(XChartDrawing.of(figure)));
  }

  /**
   * The chart as a PNG picture, two pixels a chart unit.
   *
   * @throws DrawingException if nothing can be drawn here
   */
  public static byte[] png(Chart<?, ?> chart) {
    return drawn(() -> pngOf(chart));
  }

  /** Why nothing can be drawn here, found by trying; empty where all is well. */
  public static List<Warning> doubts() {
    try {
      double width = drawn(() -> PlotLabels.widest(List.of("1")));
      return width > 0 ? List.of() : List.of(new DrawingException(new Error("empty font")).doubt());
    } catch (DrawingException e) {
      return List.of(e.doubt());
    }
  }

  /**
   * What {@code drawing} makes.
   *
   * @throws DrawingException if it fails, be it by an error of the JVM
   */
  public static <T> T drawn(Callable<T> drawing) {
    try {
      return drawing.call();
    } catch (Throwable e) {
      throw new DrawingException(e);
    }
  }

  private static byte[] svgOf(Chart<?, ?> chart) throws IOException {
    String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
    return TINY_DIGITS.matcher(svg).replaceAll("$1").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] pngOf(Chart<?, ?> chart) throws IOException {
    BufferedImage image =
        new BufferedImage(
            PNG_SCALE * chart.getWidth(),
            PNG_SCALE * chart.getHeight(),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(PNG_SCALE, PNG_SCALE);
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    }
  }
}
