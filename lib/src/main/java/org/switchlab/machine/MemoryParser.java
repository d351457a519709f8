package org.switchlab.machine;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Page sizes: Linux Documentation/admin-guide/mm/hugetlbpage.rst and transhuge.rst. */
final class MemoryParser {

  private static final Pattern CHOSEN = Pattern.compile("\\[([^]]+)]");

  private MemoryParser() {}

  static Memory parse(SystemTree tree) {
    return new Memory(
        KernelSize.parse(tree.afterPrefix("proc/meminfo", "MemTotal:")),
        // The first mapping is the program's own text, in ordinary pages.
        KernelSize.parse(tree.afterPrefix("proc/self/smaps", "KernelPageSize:")),
        hugePages(tree),
        chosen(tree.text("sys/kernel/mm/transparent_hugepage/enabled")));
  }

  private static List<Long> hugePages(SystemTree tree) {
    List<String> names = tree.names("sys/kernel/mm/hugepages");
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> name.startsWith("hugepages-"))
            .map(name -> KernelSize.parse(name.substring("hugepages-".length())))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .sorted()
            .toList();
  }

  /** The bracketed one of several choices: {@code madvise} in {@code always [madvise] never}. */
  private static @Nullable String chosen(@Nullable String text) {
    Matcher chosen = CHOSEN.matcher(text == null ? "" : text);
    return chosen.find() ? chosen.group(1) : null;
  }
}
