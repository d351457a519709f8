package org.switchlab.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.knowm.xchart.internal.chartpart.Chart;
import org.switchlab.figure.Figure;

/**
 * Pictures as tests read them. Every one passes through here, and none has a place that is no
 * number, which browsers draw as strokes from anywhere, or a size below zero, which they refuse.
 * Some of each test class are kept in {@value #KEPT_IN}, where the browser's test opens them.
 */
public final class Svg {

  private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");
  private static final Pattern NO_NUMBER =
      Pattern.compile("NaN|Infinity|\\bnull\\b|\\bundefined\\b|∞|\\b(width|height|r|rx|ry)=\"-");

  private static final String KEPT_IN = "target/pictures";
  private static final int KEPT_OF_A_CLASS = 12;
  private static final Map<String, AtomicInteger> SEEN = new ConcurrentHashMap<>();

  private Svg() {}

  /** Text of a picture as it is stored. */
  public static String of(byte[] stored) {
    String svg = checked(new String(stored, UTF_8));
    keep(svg);
    return svg;
  }

  /** Of a chart. */
  public static String of(Chart<?, ?> chart) {
    return of(ChartFiles.svg(chart));
  }

  /** Each of some figures. */
  public static void check(List<Figure> figures) {
    figures.forEach(figure -> assertThat(of(ChartFiles.svg(figure))).contains("<svg"));
  }

  private static void keep(String svg) {
    String owner = testClass();
    int number = SEEN.computeIfAbsent(owner, any -> new AtomicInteger()).incrementAndGet();
    if (number <= KEPT_OF_A_CLASS) {
      try {
        Path folder = Files.createDirectories(Path.of(KEPT_IN));
        Files.writeString(folder.resolve(owner + "-" + number + ".svg"), svg);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The simple name of the test that asks, which is the outermost of ours. */
  private static String testClass() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith("org.switchlab."))
                    .map(name -> name.replaceFirst("[$].*", "").replaceFirst(".*[.]", ""))
                    .reduce("", (inner, outer) -> outer));
  }

  /** The same text, whose tags are free of what is no number; words may hold it. */
  public static String checked(String svg) {
    assertThat(TAG.matcher(svg).results().map(found -> found.group()))
        .noneMatch(tag -> NO_NUMBER.matcher(tag).find());
    return svg;
  }
}
