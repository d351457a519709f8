package org.switchlab.machine;

import org.jspecify.annotations.Nullable;

/** Numbers in kernel files: what is not one is absent. */
final class Numbers {

  private Numbers() {}

  /** A decimal number, or one in hexadecimal after {@code 0x}. */
  static @Nullable Long parse(@Nullable String text) {
    try {
      return text == null ? null : Long.decode(withoutLeadingZeros(text.strip()));
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

  // Long.decode takes a leading zero for octal; the kernel never means that.
  private static String withoutLeadingZeros(String text) {
    return text.startsWith("0x") ? text : text.replaceFirst("^0+(?=\\d)", "");
  }
}
