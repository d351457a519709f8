package org.switchlab.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.knowm.xchart.internal.chartpart.Chart;
import org.switchlab.figure.Figure;

/**
 * Pictures as tests read them. Every one passes through here, and none has a place that is no
 * number, which browsers draw as strokes from anywhere.
 */
public final class Svg {

  private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");
  private static final Pattern NO_NUMBER =
      Pattern.compile("NaN|Infinity|\\bnull\\b|\\bundefined\\b|∞");

  private Svg() {}

  /** Text of a picture as it is stored. */
  public static String of(byte[] stored) {
    return checked(new String(stored, UTF_8));
  }

  /** Of a chart. */
  public static String of(Chart<?, ?> chart) {
    return of(ChartFiles.svg(chart));
  }

  /** Each of some figures. */
  public static void check(List<Figure> figures) {
    figures.forEach(figure -> assertThat(of(ChartFiles.svg(figure))).contains("<svg"));
  }

  /** The same text, whose tags are free of what is no number; words may hold it. */
  public static String checked(String svg) {
    assertThat(TAG.matcher(svg).results().map(found -> found.group()))
        .noneMatch(tag -> NO_NUMBER.matcher(tag).find());
    return svg;
  }
}
