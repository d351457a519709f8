package org.switchlab.draw;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;
import org.switchlab.unit.Units;

/**
 * The unit in which people read a number: µs for what is kept in ns.
 *
 * @param sign as written behind the number; empty where nothing is
 * @param per how many units of the number kept are one of the number read
 */
record Reading(String sign, double per) {

  /** Shown where there is no value. */
  static final String MISSING = "–";

  private static final List<String> SIZES = List.of("B", "KiB", "MiB", "GiB", "TiB");

  /** The least number that is read well in the unit of a larger one: {@code 0.0100}. */
  private static final double LEAST_SHARED = 0.01;

  /** How a number of {@code unit} is read by itself; as {@link Units#duration} for times. */
  static Reading of(Unit unit, double number) {
    return switch (unit) {
      case NS -> time(Math.abs(number));
      case BYTES -> size(Math.abs(number));
      case SHARE -> new Reading("%", 0.01);
      case COUNT, RATIO, NONE -> new Reading("", 1);
    };
  }

  private static Reading time(double ns) {
    if (ns >= 999.5e6) {
      return new Reading("s", 1e9);
    }
    if (ns >= 999.5e3) {
      return new Reading("ms", 1e6);
    }
    return ns >= 100 || ns == 0 ? new Reading("µs", 1e3) : new Reading("ns", 1);
  }

  private static Reading size(double bytes) {
    int power = 0;
    while (power + 1 < SIZES.size() && bytes >= Math.pow(1024, power + 1)) {
      power++;
    }
    return new Reading(SIZES.get(power), Math.pow(1024, power));
  }

  /** The one reading of all {@code numbers} if each is read well in that of the largest. */
  static @Nullable Reading shared(Unit unit, double[] numbers) {
    double[] magnitudes =
        Arrays.stream(numbers).map(Math::abs).filter(m -> m > 0 && Double.isFinite(m)).toArray();
    Reading largest = of(unit, Arrays.stream(magnitudes).max().orElse(0));
    double least = Arrays.stream(magnitudes).min().orElse(largest.per);
    return least / largest.per >= LEAST_SHARED ? largest : null;
  }

  /** The same without its sign, for where that stands above. */
  Reading bare() {
    return new Reading("", per);
  }

  /** The number alone, with three significant digits. */
  String number(double kept) {
    if (Double.isNaN(kept)) {
      return MISSING;
    }
    return Double.isInfinite(kept) ? (kept < 0 ? "-∞" : "∞") : Units.digits(kept / per);
  }

  /** The number with its unit. */
  String text(double kept) {
    return signed(number(kept));
  }

  /**
   * An estimate with both ends of its interval, {@code 1.02 µs [1.01, 1.04]}, or the longer side.
   */
  String text(Estimate kept, boolean ends) {
    String number = number(kept.value());
    // Without an interval, or where nothing varied.
    if (Double.isNaN(kept.low())
        || Double.isNaN(kept.high())
        || (kept.low() == kept.value() && kept.high() == kept.value())) {
      return signed(number);
    }
    if (ends) {
      return "%s [%s, %s]".formatted(signed(number), number(kept.low()), number(kept.high()));
    }
    double side = Math.max(kept.high() - kept.value(), kept.value() - kept.low());
    return signed(
        number + " ±" + (Double.isFinite(side) ? Units.roughly(side / per) : number(side)));
  }

  private String signed(String text) {
    return sign.isEmpty() || text.equals(MISSING) ? text : text + " " + sign;
  }
}
