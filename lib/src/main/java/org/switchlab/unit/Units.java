package org.switchlab.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Quantities as people read them: three significant digits, a point for decimals, a space before
 * the unit. The same text under every locale, so that results can be compared as text.
 */
public final class Units {

  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Units() {}

  /**
   * A duration given in ns: {@code 9.97 ns}, {@code 1.02 µs}, {@code 3.20 ms}. From 100 ns up in
   * µs, the unit in which switch costs are published.
   */
  public static String duration(double ns) {
    double magnitude = Math.abs(ns);
    if (magnitude >= 999.5e6) {
      return digits(ns / 1e9) + " s";
    }
    if (magnitude >= 999.5e3) {
      return digits(ns / 1e6) + " ms";
    }
    return magnitude >= 100 || magnitude == 0 ? micros(ns) + " µs" : digits(ns) + " ns";
  }

  /** A duration given in ns as a bare number of µs, for columns that name the unit once. */
  public static String micros(double ns) {
    return digits(ns / 1e3);
  }

  /** An interval given in ns: {@code 1.02 µs [1.01, 1.04]}, all three in the unit of the value. */
  public static String interval(double valueNs, double lowNs, double highNs) {
    String value = duration(valueNs);
    double nsPerUnit =
        switch (value.substring(value.indexOf(' ') + 1)) {
          case "s" -> 1e9;
          case "ms" -> 1e6;
          case "ns" -> 1;
          default -> 1e3;
        };
    return "%s [%s, %s]".formatted(value, digits(lowNs / nsPerUnit), digits(highNs / nsPerUnit));
  }

  /** A size given in bytes, in the largest binary unit that keeps it short: {@code 48 KiB}. */
  public static String bytes(long bytes) {
    int unit = 0;
    double size = bytes;
    while (Math.abs(size) >= 1024 && unit < BINARY.length - 1) {
      size /= 1024;
      unit++;
    }
    String number = size == Math.rint(size) ? Long.toString((long) size) : digits(size);
    return number + " " + BINARY[unit];
  }

  /** A size given in bytes as a bare number of KiB, for axes that name the unit once. */
  public static String kib(double bytes) {
    double kib = bytes / 1024;
    return kib >= 1 && kib == Math.rint(kib) ? Long.toString((long) kib) : plain(digits(kib));
  }

  /** A share of 0 to 1 as {@code 97 %}; one decimal below 10 % where it is not zero. */
  public static String share(double share) {
    double percent = share * 100;
    BigDecimal rounded =
        BigDecimal.valueOf(percent).setScale(percent < 9.95 ? 1 : 0, RoundingMode.HALF_UP);
    return plain(rounded.toPlainString()) + " %";
  }

  /** {@code number} without decimal zeros at its end: {@code 0.620} becomes {@code 0.62}. */
  public static String plain(String number) {
    return number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
  }

  /** A number with three significant digits and no exponent: {@code 0.620}, {@code 30.1}, 1200. */
  public static String digits(double number) {
    return digits(number, THREE_DIGITS);
  }

  /** A width or an error with two significant digits; more would pretend. */
  public static String roughly(double number) {
    return digits(number, TWO_DIGITS);
  }

  private static String digits(double number, MathContext precision) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(number).round(precision);
    int wanted = precision.getPrecision() - 1;
    int decimals = Math.max(0, wanted - (rounded.precision() - rounded.scale() - 1));
    return rounded.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
