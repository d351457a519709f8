package org.switchlab.draw;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** A chart as the bytes of a file; needs no display. */
public final class ChartFiles {

  /** Pixels a chart unit: sharp on high-density screens and in print at a column's width. */
  private static final int PNG_SCALE = 2;

  /** Digits of a pixel's hundredth and below: a third of the file, and nothing to see. */
  private static final Pattern TINY_DIGITS = Pattern.compile("(\\d\\.\\d{2})\\d+");

  private ChartFiles() {}

  /** The chart as an SVG document, UTF-8. */
  public static byte[] svg(Chart<?, ?> chart) {
    try {
      String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
      return TINY_DIGITS.matcher(svg).replaceAll("$1").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the chart cannot be written as SVG", e);
    }
  }

  /** The chart as a PNG picture, two pixels a chart unit. */
  public static byte[] png(Chart<?, ?> chart) {
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
    } catch (IOException e) {
      throw new UncheckedIOException("the chart cannot be written as PNG", e);
    }
  }
}
