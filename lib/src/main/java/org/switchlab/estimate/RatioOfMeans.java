package org.switchlab.estimate;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.switchlab.table.Estimate;

/**
 * The ratio of two means over the same units, with Fieller's interval: all ratios r for which the
 * interval of (dividend − r · divisor) holds zero (E. C. Fieller, <i>Journal of the Royal
 * Statistical Society</i> B 16, 1954). The mean of the units' own ratios would not do, because a
 * unit whose divisor happens to be near zero would decide it.
 */
final class RatioOfMeans {

  /** Halves the bracket often enough for every digit of a double. */
  private static final int HALVINGS = 200;

  /** Ratios beyond are as good as endless. */
  private static final double FARTHEST = 1e12;

  private final double[] dividends;
  private final double[] divisors;

  /**
   * Of units.
   *
   * @param dividends one value a unit
   * @param divisors of the same units, in the same order
   */
  RatioOfMeans(double[] dividends, double[] divisors) {
    this.dividends = dividends.clone();
    this.divisors = divisors.clone();
  }

  /** Without ends where the divisor may be zero: then nothing is known of the ratio. */
  Estimate interval(double level) {
    double ratio = Student.mean(dividends) / Student.mean(divisors);
    Estimate divisor = Student.interval(divisors, level).orElseThrow();
    if (divisor.low() <= 0 && divisor.high() >= 0) {
      return new Estimate(ratio, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
    }
    double sign = Math.signum(divisor.value());
    double one = end(ratio, -sign, r -> remainder(r, level).low());
    double other = end(ratio, sign, r -> remainder(r, level).high());
    return new Estimate(ratio, Math.min(one, other), Math.max(one, other), level);
  }

  private Estimate remainder(double ratio, double level) {
    double[] units = dividends.clone();
    Arrays.setAll(units, i -> dividends[i] - ratio * divisors[i]);
    return Student.interval(units, level).orElseThrow();
  }

  /**
   * Where a bound of the remainder is zero, beyond {@code ratio} in a direction. At the ratio the
   * remainder is about zero and its interval holds it; far away it does not.
   */
  private static double end(double ratio, double direction, DoubleUnaryOperator bound) {
    double inside = bound.applyAsDouble(ratio);
    double step = Math.max(Math.abs(ratio), 1) / 16;
    while (bound.applyAsDouble(ratio + direction * step) * inside > 0) {
      step *= 2;
      if (step > FARTHEST) {
        return direction * Double.POSITIVE_INFINITY;
      }
    }
    double near = 0;
    double far = step;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (near + far) / 2;
      if (bound.applyAsDouble(ratio + direction * middle) * inside > 0) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return ratio + direction * far;
  }
}
