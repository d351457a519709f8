package org.switchlab.machine;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Byte counts in binary units, the same in every locale. */
public final class ByteSize {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
  private static final Pattern KERNEL = Pattern.compile("(\\d{1,15}) ?([KMGkmg]?)B?");

  private ByteSize() {}

  /** For instance {@code 48 KiB} or {@code 1.25 MiB}; exact unless it takes over two decimals. */
  public static String of(long bytes) {
    int unit = 0;
    long scale = 1;
    while (unit < UNITS.length - 1 && bytes >= scale * 1024) {
      scale *= 1024;
      unit++;
    }
    BigDecimal value = BigDecimal.valueOf(Math.round(100.0 * bytes / scale), 2);
    return value.stripTrailingZeros().toPlainString() + " " + UNITS[unit];
  }

  /** Bytes in what the kernel writes, {@code 32K} or {@code 2048 kB}; absent if it is neither. */
  static @Nullable Long parse(@Nullable String text) {
    Matcher size = KERNEL.matcher(text == null ? "" : text.strip());
    if (!size.matches()) {
      return null;
    }
    int shift =
        switch (size.group(2)) {
          case "K", "k" -> 10;
          case "M", "m" -> 20;
          case "G", "g" -> 30;
          default -> 0;
        };
    long bytes = Long.parseLong(size.group(1));
    return bytes == 0 || bytes > (Long.MAX_VALUE >> shift) ? null : bytes << shift;
  }
}
