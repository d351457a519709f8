package org.switchlab.view;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.switchlab.machine.Machine;

/** The caches to mark on a size axis. */
public final class CacheMarks {

  private static final List<String> NAMES = List.of("L1d", "L2", "L3");

  private CacheMarks() {}

  /** Those of {@code machine} whose sizes are known. */
  public static List<CacheMark> of(Machine machine) {
    return IntStream.range(0, NAMES.size())
        .filter(i -> machine.cacheBytes(i + 1).isPresent())
        .mapToObj(i -> mark(NAMES.get(i), machine.cacheBytes(i + 1)))
        .toList();
  }

  private static CacheMark mark(String name, OptionalLong bytes) {
    return new CacheMark(name, bytes.orElseThrow());
  }
}
