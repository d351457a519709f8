package org.switchlab.machine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Memory as this process gets it.
 *
 * @param totalBytes memory of the system, in bytes
 * @param pageBytes size of an ordinary page, in bytes
 * @param hugePageBytes sizes of huge pages this kernel can hand out, in bytes, ascending
 * @param transparentHugePages mode: {@code always}, {@code madvise} or {@code never}; {@value
 *     HugePages#NOT_BUILT_IN} if this kernel has none
 */
public record Memory(
    @Nullable Long totalBytes,
    @Nullable Long pageBytes,
    List<Long> hugePageBytes,
    @Nullable String transparentHugePages) {

  /** The chosen one of several: {@code madvise} in {@code always [madvise] never}. */
  private static final Pattern CHOSEN = Pattern.compile("\\[([^]]+)]");

  /** Keeps an immutable copy. */
  public Memory {
    hugePageBytes = List.copyOf(hugePageBytes);
  }

  /** See Linux Documentation/admin-guide/mm/hugetlbpage.rst and transhuge.rst. */
  static Memory read(SystemTree tree) {
    List<Long> hugePageBytes =
        tree.names("/sys/kernel/mm/hugepages").stream()
            .flatMap(name -> Stream.ofNullable(Numbers.parseBytes(name.replace("hugepages-", ""))))
            .sorted()
            .toList();
    return new Memory(
        Numbers.parseBytes(tree.afterPrefix("/proc/meminfo", "MemTotal:")),
        // The first mapping is the program's own text, in ordinary pages.
        Numbers.parseBytes(tree.afterPrefix("/proc/self/smaps", "KernelPageSize:")),
        hugePageBytes,
        transparentHugePages(tree));
  }

  private static @Nullable String transparentHugePages(SystemTree tree) {
    String modes = tree.text("/sys/kernel/mm/transparent_hugepage/enabled");
    if (modes == null) {
      // A kernel with them has the folder; whether it can be looked into shows its neighbours.
      boolean isLookedInto = !tree.names("/sys/kernel/mm").isEmpty();
      return isLookedInto ? HugePages.NOT_BUILT_IN : null;
    }
    Matcher chosen = CHOSEN.matcher(modes);
    return chosen.find() ? chosen.group(1) : null;
  }
}
