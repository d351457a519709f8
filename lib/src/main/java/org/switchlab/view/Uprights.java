package org.switchlab.view;

import java.util.Arrays;

/**
 * Upright strokes as one series of a line chart: foot, head and a gap after each.
 *
 * @param x where the points lie
 * @param y how high; {@code NaN} is a gap
 */
@SuppressWarnings("ArrayRecordComponent") // XChart takes arrays, and nothing compares these
record Uprights(double[] x, double[] y) {

  /** A stroke from {@code low[i]} to {@code high[i]} at each {@code centres[i]}. */
  static Uprights of(double[] centres, double[] low, double[] high) {
    double[] x = new double[3 * centres.length];
    double[] y = new double[3 * centres.length];
    for (int i = 0; i < centres.length; i++) {
      Arrays.fill(x, 3 * i, 3 * i + 3, centres[i]);
      y[3 * i] = low[i];
      y[3 * i + 1] = high[i];
      y[3 * i + 2] = Double.NaN;
    }
    return new Uprights(x, y);
  }
}
