package org.switchlab.table;

import java.util.EnumSet;
import java.util.Locale;
import org.switchlab.unit.Named;
import org.switchlab.unit.Units;

/** What a number counts. The unit stands at the end of every name that holds such a number. */
public enum Unit {
  /** Times, in nanoseconds. */
  NS("Ns", "ns"),
  /** Sizes, in bytes. */
  BYTES("Bytes", "B"),
  /** How many there are of something. */
  COUNT("", ""),
  /** A part of a whole, 0 to 1. */
  SHARE("Share", ""),
  /** A quotient of two numbers of one unit. */
  RATIO("Ratio", ""),
  /** No number at all. */
  NONE("", "");

  private final String suffix;
  private final String sign;

  Unit(String suffix, String sign) {
    this.suffix = suffix;
    this.sign = sign;
  }

  /** What names of such numbers end with: {@code Ns}; empty where the name says it all. */
  public String suffix() {
    return suffix;
  }

  /** As written behind a number: {@code ns}; empty where nothing is. */
  public String sign() {
    return sign;
  }

  /** As researchers write it: {@code ns}, {@code bytes}, {@code count}, {@code share}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A number as people read it: {@code 1.02 µs}, {@code 48 KiB}, {@code 97 %}. */
  public String show(double number) {
    return switch (this) {
      case NS -> Units.duration(number);
      case BYTES -> Units.bytes(Math.round(number));
      case SHARE -> Units.share(number);
      case COUNT, RATIO, NONE -> Units.plain(Units.digits(number));
    };
  }

  /**
   * The unit written {@code word}.
   *
   * @throws IllegalArgumentException listing the units there are
   */
  public static Unit of(String word) {
    return Named.find("unit", EnumSet.complementOf(EnumSet.of(NONE)), Unit::word, word);
  }
}
