package org.switchlab.emulator;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A geometry as people write it: {@code 32K,8,64}, {@code 1536,12}, {@code infinite}.
 *
 * @param form how it should be written
 */
record GeometryText(String whole, String form, List<String> parts) {

  static final String INFINITE = "infinite";

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,12})([KkMm]?)(?:i?[Bb])?");

  /** A text of {@code least} to {@code most} parts. */
  static GeometryText of(String text, int least, int most, String form) {
    List<String> parts = List.of(text.strip().split("\\s*,\\s*", -1));
    require(
        parts.size() >= least && parts.size() <= most,
        "'%s' has not the form %s".formatted(text, form));
    return new GeometryText(text, form, parts);
  }

  /** A whole number, K and M being 1024 and 1024². */
  long number(int index) {
    String part = parts.get(index);
    Matcher number = NUMBER.matcher(part);
    require(
        number.matches(), "'%s' in '%s' is no number; the form is %s".formatted(part, whole, form));
    long value = Long.parseLong(number.group(1));
    return switch (number.group(2).toUpperCase(Locale.ROOT)) {
      case "K" -> value << 10;
      case "M" -> value << 20;
      default -> value;
    };
  }

  /** The same, where an {@code int} is expected. */
  int count(int index) {
    long value = number(index);
    require(
        value <= Integer.MAX_VALUE,
        "%s in '%s' is beyond %s; the form is %s"
            .formatted(parts.get(index), whole, Integer.MAX_VALUE, form));
    return (int) value;
  }

  static boolean powerOfTwo(long number) {
    return Long.bitCount(number) == 1;
  }

  static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
