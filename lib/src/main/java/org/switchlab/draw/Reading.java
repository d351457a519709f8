package org.switchlab.draw;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

  /** Numbers that are read as they are kept. */
  static final Reading PLAIN = new Reading("", 1);

  private static final Reading NS = new Reading("ns", 1);
  private static final Reading US = new Reading("µs", 1e3);
  private static final Reading MS = new Reading("ms", 1e6);
  private static final Reading S = new Reading("s", 1e9);
  private static final Reading PERCENT = new Reading("%", 0.01);
  private static final List<Reading> BINARY =
      Stream.of("B", "KiB", "MiB", "GiB", "TiB").map(Reading::binary).toList();

  /** The least number that is read well in the unit of a larger one: {@code 0.0100}. */
  private static final double LEAST_SHARED = 0.01;

  private static Reading binary(String sign) {
    return new Reading(sign, Math.pow(1024, "BKMGT".indexOf(sign.charAt(0))));
  }

  /** How a number of {@code unit} is read by itself; as {@link Units#duration} for times. */
  static Reading of(Unit unit, double number) {
    double magnitude = Math.abs(number);
    return switch (unit) {
      case NS ->
          magnitude >= 999.5e6
              ? S
              : magnitude >= 999.5e3 ? MS : magnitude >= 100 || magnitude == 0 ? US : NS;
      case BYTES ->
          BINARY.reversed().stream()
              .filter(r -> magnitude >= r.per)
              .findFirst()
              .orElse(BINARY.getFirst());
      case SHARE -> PERCENT;
      case COUNT, RATIO, NONE -> PLAIN;
    };
  }

  /** The one reading of all {@code numbers} if each is read well in that of the largest. */
  static @Nullable Reading shared(Unit unit, double[] numbers) {
    double[] magnitudes =
        Arrays.stream(numbers).map(Math::abs).filter(m -> m > 0 && Double.isFinite(m)).toArray();
    if (magnitudes.length == 0) {
      return unit == Unit.NS ? US : of(unit, 0);
    }
    Reading largest = of(unit, Arrays.stream(magnitudes).max().orElseThrow());
    double least = Arrays.stream(magnitudes).min().orElseThrow();
    return least / largest.per >= LEAST_SHARED ? largest : null;
  }

  /** The number alone, with three significant digits. */
  String number(double kept) {
    if (Double.isNaN(kept)) {
      return MISSING;
    }
    return Double.isInfinite(kept) ? (kept < 0 ? "-∞" : "∞") : Units.digits(kept / per);
  }

  /** The number with its unit. */
  String withSign(double kept) {
    return signed(number(kept));
  }

  /** An estimate and its interval, without unit: {@code 1.02 [1.01, 1.04]}. */
  String interval(Estimate kept) {
    return isExact(kept) ? number(kept.value()) : number(kept.value()) + ends(kept);
  }

  /** An estimate and its interval, with unit: {@code 1.02 µs [1.01, 1.04]}. */
  String intervalWithSign(Estimate kept) {
    return withSign(kept.value()) + (isExact(kept) ? "" : ends(kept));
  }

  private String ends(Estimate kept) {
    return " [%s, %s]".formatted(number(kept.low()), number(kept.high()));
  }

  /** An estimate and the longer side of its interval, without unit: {@code 1.02 ±0.029}. */
  String plusMinus(Estimate kept) {
    double side = Math.max(kept.high() - kept.value(), kept.value() - kept.low());
    String number = number(kept.value());
    if (isExact(kept)) {
      return number;
    }
    return number + " ±" + (Double.isFinite(side) ? Units.roughly(side / per) : number(side));
  }

  /** An estimate and the longer side of its interval, with unit: {@code 1.02 ±0.029 µs}. */
  String plusMinusWithSign(Estimate kept) {
    return signed(plusMinus(kept));
  }

  private String signed(String text) {
    return sign.isEmpty() || text.equals(MISSING) ? text : text + " " + sign;
  }

  /** Whether there is no interval, or nothing varied. */
  private static boolean isExact(Estimate kept) {
    return Double.isNaN(kept.low())
        || Double.isNaN(kept.high())
        || (kept.low() == kept.value() && kept.high() == kept.value());
  }
}
