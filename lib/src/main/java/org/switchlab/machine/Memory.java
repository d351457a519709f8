package org.switchlab.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Memory as this process gets it.
 *
 * @param totalBytes memory of the system, in bytes
 * @param pageBytes size of an ordinary page, in bytes
 * @param hugePageBytes sizes of huge pages this kernel can hand out, in bytes, ascending
 * @param transparentHugePages mode: {@code always}, {@code madvise} or {@code never}
 */
public record Memory(
    @Nullable Long totalBytes,
    @Nullable Long pageBytes,
    List<Long> hugePageBytes,
    @Nullable String transparentHugePages) {

  /** Keeps an immutable copy. */
  public Memory {
    hugePageBytes = List.copyOf(hugePageBytes);
  }
}
