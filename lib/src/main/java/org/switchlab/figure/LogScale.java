package org.switchlab.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.switchlab.table.Unit;
import org.switchlab.unit.Units;

/**
 * Values on a decimal logarithm. What lies at or below its lower end, such as the lower bound of a
 * cost that cannot be told from nothing, stands on that end.
 *
 * @param lowDecade power of ten of its lower end
 * @param highDecade power of ten of its upper end
 * @param unit of the values, for the labels
 */
public record LogScale(int lowDecade, int highDecade, Unit unit) implements Scale {

  /**
   * A scale on which every value has room.
   *
   * @param least what lies below stands on the lower end instead of stretching the scale
   */
  public static LogScale of(double[] values, double least, Unit unit) {
    double[] shown = Arrays.stream(values).filter(v -> Double.isFinite(v) && v >= least).toArray();
    double low = Arrays.stream(shown).min().orElse(1);
    double high = Arrays.stream(shown).max().orElse(10);
    int lowDecade = (int) Math.floor(Math.log10(low));
    return new LogScale(
        lowDecade, Math.max(lowDecade + 1, (int) Math.ceil(Math.log10(high))), unit);
  }

  @Override
  public double toAxis(double value) {
    return value <= Math.pow(10, lowDecade) ? lowDecade : Math.min(Math.log10(value), highDecade);
  }

  @Override
  public double toValue(double place) {
    return Math.pow(10, place);
  }

  @Override
  public double axisMin() {
    return lowDecade;
  }

  @Override
  public double axisMax() {
    return highDecade;
  }

  @Override
  public double step() {
    return 1;
  }

  @Override
  public List<Double> ticks() {
    return IntStream.rangeClosed(lowDecade, highDecade).mapToObj(d -> (double) d).toList();
  }

  @Override
  public String label(double place) {
    DoubleFunction<String> number = value -> Units.plain(Units.digits(value));
    double value = toValue(place);
    return switch (unit) {
      case NS ->
          value < 1e3
              ? number.apply(value) + " ns"
              : value < 1e6 ? number.apply(value / 1e3) + " µs" : number.apply(value / 1e6) + " ms";
      case BYTES -> Units.bytes(Math.round(value));
      default -> number.apply(value);
    };
  }
}
