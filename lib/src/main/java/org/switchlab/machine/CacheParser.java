package org.switchlab.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Cpuid.Registers;

/**
 * The caches of one CPU: from sysfs (Linux Documentation/ABI/testing/sysfs-devices-system-cpu), or
 * from CPUID where sysfs shows none.
 */
final class CacheParser {

  private static final int INTEL_CACHES = 0x4;
  private static final int AMD_CACHES = 0x8000_001d;

  private CacheParser() {}

  static List<Cache> parse(SystemTree tree, Cpuid cpuid, int cpu) {
    List<Cache> caches = fromSysfs(tree, "sys/devices/system/cpu/cpu" + cpu + "/cache");
    return sorted(caches.isEmpty() ? fromCpuid(cpuid) : caches);
  }

  private static List<Cache> sorted(List<Cache> caches) {
    return caches.stream()
        .sorted(Comparator.comparingInt(Cache::level).thenComparing(Cache::type))
        .toList();
  }

  private static List<Cache> fromSysfs(SystemTree tree, String folder) {
    List<Cache> caches = new ArrayList<>();
    List<String> names = tree.names(folder);
    for (String name : names == null ? List.<String>of() : names) {
      Cache cache = name.startsWith("index") ? one(tree, folder + "/" + name + "/") : null;
      if (cache != null) {
        caches.add(cache);
      }
    }
    return caches;
  }

  private static @Nullable Cache one(SystemTree tree, String folder) {
    Integer level = Numbers.parseInt(tree.text(folder + "level"));
    CacheType type = type(tree.text(folder + "type"));
    Long sizeBytes = KernelSize.parse(tree.text(folder + "size"));
    // Arm kernels list caches of which the firmware told no size: nothing to report.
    if (level == null || level < 1 || type == null || sizeBytes == null) {
      return null;
    }
    return new Cache(
        level,
        type,
        sizeBytes,
        positive(tree.text(folder + "ways_of_associativity")),
        positive(tree.text(folder + "coherency_line_size")),
        positive(tree.text(folder + "number_of_sets")),
        CpuList.parse(tree.text(folder + "shared_cpu_list")),
        Origin.READ);
  }

  // The kernel writes 0 for what it does not know.
  private static @Nullable Integer positive(@Nullable String text) {
    Integer value = Numbers.parseInt(text);
    return value == null || value < 1 ? null : value;
  }

  private static @Nullable CacheType type(@Nullable String text) {
    return switch (text) {
      case "Data" -> CacheType.DATA;
      case "Instruction" -> CacheType.INSTRUCTION;
      case "Unified" -> CacheType.UNIFIED;
      case null, default -> null;
    };
  }

  private static List<Cache> fromCpuid(Cpuid cpuid) {
    // Both leaves have the same layout: Intel SDM vol. 2A, CPUID; AMD APM vol. 3, E.4.15.
    int leaf = cpuid.leaf(AMD_CACHES) != null ? AMD_CACHES : INTEL_CACHES;
    List<Cache> caches = new ArrayList<>();
    int subleaf = 0;
    for (Registers r = cpuid.leaf(leaf, subleaf); r != null; r = cpuid.leaf(leaf, ++subleaf)) {
      CacheType type = type(Registers.bits(r.eax(), 4, 0));
      Cache cache = type == null ? null : of(r, type);
      if (cache != null) {
        caches.add(cache);
      }
    }
    return caches;
  }

  private static @Nullable CacheType type(int code) {
    return switch (code) {
      case 1 -> CacheType.DATA;
      case 2 -> CacheType.INSTRUCTION;
      case 3 -> CacheType.UNIFIED;
      default -> null;
    };
  }

  private static @Nullable Cache of(Registers r, CacheType type) {
    int ways = Registers.bits(r.ebx(), 31, 22) + 1;
    int partitions = Registers.bits(r.ebx(), 21, 12) + 1;
    int lineBytes = Registers.bits(r.ebx(), 11, 0) + 1;
    int sets = r.ecx() + 1;
    long sizeBytes = (long) ways * partitions * lineBytes * sets;
    int level = Registers.bits(r.eax(), 7, 5);
    return level < 1 || sizeBytes < 1
        ? null
        : new Cache(level, type, sizeBytes, ways, lineBytes, sets, List.of(), Origin.CPUID);
  }
}
