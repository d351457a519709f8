package org.switchlab.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.switchlab.claim.Verdict;
import org.switchlab.unit.Units;

/** How counts vary, for a terminal: a row a level and size. */
public final class SpreadText {

  private static final int NAME_WIDTH = 14;
  private static final int WIDTH = 13;

  private SpreadText() {}

  /** The whole result, lines ended with {@code \n}. */
  public static String render(SpreadFigure figure, List<Verdict> verdicts, TextStyle style) {
    List<String> rows = new ArrayList<>();
    rows.addAll(
        TextBlocks.wrap(
            "Instructions a message: median, least and most of the repetitions, and their standard"
                + " deviation as a share of the mean.",
            "",
            style.columns()));
    rows.add(row("", "array", "median", "least", "most", "deviation"));
    figure.series().forEach(series -> series.sizesBytes().forEach(b -> rows.add(row(series, b))));
    return ResultText.render(
        figure.heading().title(),
        List.of(figure.heading().provenance()),
        rows.stream().map(style::spell).toList(),
        verdicts,
        figure.heading().warnings(),
        style);
  }

  private static String row(SpreadFigure.Series series, long bytes) {
    double[] counts = series.repetitions().getOrDefault(bytes, new double[0]);
    return row(
        series.name(),
        Units.bytes(bytes),
        count(series.median(bytes)),
        count(Arrays.stream(counts).min().orElse(0)),
        count(Arrays.stream(counts).max().orElse(0)),
        Units.digits(100 * series.variation(bytes)) + " %");
  }

  /** Three digits would hide what this table is for. */
  private static String count(double aMessage) {
    return String.format(Locale.ROOT, "%.1f", aMessage);
  }

  private static String row(String name, String... cells) {
    StringBuilder row = new StringBuilder(TextBlocks.left(name, NAME_WIDTH));
    Arrays.stream(cells).forEach(cell -> row.append(TextBlocks.right(cell, WIDTH)));
    return row.toString().stripTrailing();
  }
}
