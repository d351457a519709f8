package org.switchlab.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;

/**
 * An XChart chart as images.
 *
 * <p>A chart paints its own background, so its dark lines stay readable on a dark theme.
 */
final class ChartImage {

  private ChartImage() {}

  static String svg(Chart<?, ?> chart) {
    return new String(bytes(chart, "svg"), StandardCharsets.UTF_8);
  }

  static String pngBase64(Chart<?, ?> chart) {
    return Base64.getEncoder().encodeToString(bytes(chart, "png"));
  }

  private static byte[] bytes(Chart<?, ?> chart, String format) {
    try {
      return ChartEncoder.getBytes(chart, format);
    } catch (IOException e) {
      throw new UncheckedIOException("The chart could not be drawn as " + format, e);
    }
  }

  static String text(Chart<?, ?> chart) {
    String series =
        chart.getSeriesCollection().stream().map(Series::getName).collect(Collectors.joining(", "));
    return "Chart \"" + chart.getTitle() + "\": " + series;
  }
}
