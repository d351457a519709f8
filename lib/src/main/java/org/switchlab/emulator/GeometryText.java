package org.switchlab.emulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write geometries: {@code 32K,8,64}, {@code 1536,12}, {@code infinite}. */
final class GeometryText {

  /** What has no limit. */
  static final String INFINITE = "infinite";

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,12})([KkMm]?)(?:i?[Bb])?");

  private GeometryText() {}

  /** The parts of {@code text}, of which there must be {@code least} to {@code most}. */
  static String[] parts(String text, int least, int most, String form) {
    String[] parts = text.strip().split("\\s*,\\s*", -1);
    if (parts.length < least || parts.length > most) {
      throw new IllegalArgumentException("'%s' has not the form %s".formatted(text, form));
    }
    return parts;
  }

  /** A whole number, K and M being 1024 and 1024². */
  static long number(String text, String whole, String form) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      throw new IllegalArgumentException(
          "'%s' in '%s' is no number; the form is %s".formatted(text, whole, form));
    }
    long value = Long.parseLong(number.group(1));
    return switch (number.group(2)) {
      case "K", "k" -> value << 10;
      case "M", "m" -> value << 20;
      default -> value;
    };
  }

  /** The same, where an {@code int} is expected. */
  static int count(String text, String whole, String form) {
    long value = number(text, whole, form);
    if (value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%s in '%s' is beyond %s; the form is %s"
              .formatted(text, whole, Integer.MAX_VALUE, form));
    }
    return (int) value;
  }

  static boolean powerOfTwo(long number) {
    return Long.bitCount(number) == 1;
  }
}
