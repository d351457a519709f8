package org.switchlab.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.switchlab.figure.Mark;
import org.switchlab.unit.Units;

/**
 * The bins of histograms as rows of text: neighbours together where there would be too many.
 *
 * @param edges where rows begin and the last one ends
 * @param bins how many bins make a row
 */
record HistogramRows(List<Double> edges, int bins) {

  private static final int MOST_ROWS = 30;

  private static final int[] STEPS = {1, 2, 5};
  private static final int LARGEST_STEP = 10;

  /** Edges that differ by less, as a share of a bin, are one. */
  private static final double SAME = 1e-6;

  /** Rows that hold every bin of {@code all}. */
  static HistogramRows of(List<Mark.Steps> all) {
    List<Double> edges =
        all.stream().flatMap(steps -> steps.edges().stream()).distinct().sorted().toList();
    int bins = edges.size() - 1;
    int step = together(bins);
    List<Double> kept =
        IntStream.rangeClosed(0, Math.ceilDiv(bins, step))
            .mapToObj(row -> edges.get(Math.min(row * step, bins)))
            .toList();
    return new HistogramRows(kept, step);
  }

  /** How many bins make a row: 1, 2 or 5 times a power of ten, so that edges stay round. */
  private static int together(int bins) {
    int decade = 1;
    while (Math.ceilDiv(bins, LARGEST_STEP * decade) > MOST_ROWS) {
      decade *= 10;
    }
    for (int step : STEPS) {
      if (Math.ceilDiv(bins, step * decade) <= MOST_ROWS) {
        return step * decade;
      }
    }
    return LARGEST_STEP * decade;
  }

  /** How many rows. */
  int count() {
    return edges.size() - 1;
  }

  /** The row of a value, from 0; -1 before the first row, {@link #count} after the last. */
  int row(double value) {
    return (int) edges.stream().filter(edge -> edge <= value).count() - 1;
  }

  /** The counts of a histogram by row; a bin belongs where its middle lies. */
  double[] counts(Mark.Steps steps) {
    double[] counts = new double[count()];
    for (int bin = 0; bin < steps.counts().size(); bin++) {
      int row = row((steps.edges().get(bin) + steps.edges().get(bin + 1)) / 2);
      if (row >= 0 && row < counts.length) {
        counts[row] += steps.counts().get(bin);
      }
    }
    return counts;
  }

  /** How many of {@code values} lie in each row. */
  int[] counts(DoubleStream values) {
    int[] counts = new int[count()];
    values
        .mapToInt(this::row)
        .filter(row -> row >= 0 && row < counts.length)
        .forEach(row -> counts[row]++);
    return counts;
  }

  /** The width of the rows; {@code NaN} if they differ. */
  double width() {
    double width = edges.get(1) - edges.get(0);
    // The last row may hold fewer bins than the others.
    boolean equal =
        IntStream.range(1, count() - 1)
            .allMatch(i -> Math.abs(edges.get(i + 1) - edges.get(i) - width) < SAME * width);
    return equal ? width : Double.NaN;
  }

  /** A value with as many decimals as rows need to be told apart. */
  String label(double value) {
    double width = width();
    if (Double.isNaN(width)) {
      return Units.plain(Units.digits(value));
    }
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(width) - 1e-6));
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
