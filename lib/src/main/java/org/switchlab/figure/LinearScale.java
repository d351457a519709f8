package org.switchlab.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchlab.unit.Units;

/**
 * Values as they are.
 *
 * @param axisMin the lowest place in use
 * @param axisMax the highest place in use
 * @param step distance of the ticks
 */
public record LinearScale(double axisMin, double axisMax, double step) implements Scale {

  private static final int TICKS = 8;

  /** A scale from {@code low} to {@code high} with about eight ticks. */
  public static LinearScale between(double low, double high) {
    double span = high > low ? high - low : Math.max(Math.abs(high), 1);
    return new LinearScale(low, low + span, SymlogScale.niceStep(span / TICKS));
  }

  /** A scale through zero on which all values have room; ends on ticks. */
  public static LinearScale fromZero(double... values) {
    double low = Math.min(0, Arrays.stream(values).filter(Double::isFinite).min().orElse(0));
    double high = Math.max(0, Arrays.stream(values).filter(Double::isFinite).max().orElse(1));
    double step = SymlogScale.niceStep((high > low ? high - low : 1) / TICKS);
    return new LinearScale(
        Math.floor(low / step) * step, Math.max(1, Math.ceil(high / step)) * step, step);
  }

  @Override
  public double toAxis(double value) {
    return value;
  }

  @Override
  public double toValue(double place) {
    return place;
  }

  @Override
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(axisMin / step - 1e-9); i * step <= axisMax + 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** With as many decimals as the step needs, or neighbours would bear the same number. */
  @Override
  public String label(double place) {
    if (Math.abs(place) < step / 1000) {
      return "0";
    }
    if (!Double.isFinite(place)) {
      return Units.digits(place);
    }
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    return Units.plain(
        BigDecimal.valueOf(place).setScale(decimals, RoundingMode.HALF_UP).toPlainString());
  }
}
