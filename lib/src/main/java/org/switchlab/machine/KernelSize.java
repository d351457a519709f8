package org.switchlab.machine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes as the kernel writes them in sysfs and procfs. */
final class KernelSize {

  private static final Pattern KERNEL = Pattern.compile("(\\d{1,15}) ?([KMGkmg]?)B?");

  private KernelSize() {}

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
