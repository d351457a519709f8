package org.switchlab.machine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in kernel files: what is not one is absent. */
final class Numbers {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15}) ?([KMGkmg]?)B?");

  private Numbers() {}

  /** A decimal number, or one in hexadecimal after {@code 0x}. */
  static @Nullable Long parse(@Nullable String text) {
    try {
      // To Long.decode a leading zero means octal; the kernel never means that.
      return text == null ? null : Long.decode(text.strip().replaceFirst("^0+(?=\\d)", ""));
    } catch (NumberFormatException garbage) {
      return null;
    }
  }

  /** The same as an {@code int}; absent if it is out of range. */
  static @Nullable Integer parseInt(@Nullable String text) {
    Long value = parse(text);
    return value == null || value != value.intValue() ? null : value.intValue();
  }

  /** A finite decimal fraction. */
  static @Nullable Double parseDouble(@Nullable String text) {
    try {
      Double value = text == null ? null : Double.valueOf(text.strip());
      return value == null || !Double.isFinite(value) ? null : value;
    } catch (NumberFormatException garbage) {
      return null;
    }
  }

  /** Bytes in a size like {@code 32K} or {@code 2048 kB}; absent if it is 0. */
  static @Nullable Long parseBytes(@Nullable String text) {
    Matcher size = SIZE.matcher(text == null ? "" : text.strip());
    if (!size.matches()) {
      return null;
    }
    // No letter is found at 0, as B would be.
    int shift = 10 * "BKMG".indexOf(size.group(2).toUpperCase(Locale.ROOT));
    long bytes = Long.parseLong(size.group(1));
    return bytes == 0 || bytes > (Long.MAX_VALUE >> shift) ? null : bytes << shift;
  }
}
