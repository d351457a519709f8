package org.switchlab.machine;

import static org.switchlab.machine.Cpuid.Registers.bits;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Cpuid.Registers;

/**
 * One cache of the measuring CPU.
 *
 * @param level 1, 2, 3 …
 * @param sharedCpus logical CPUs that share it; empty if unknown
 */
public record Cache(
    int level,
    Type type,
    long sizeBytes,
    @Nullable Integer ways,
    @Nullable Integer lineBytes,
    @Nullable Integer sets,
    List<Integer> sharedCpus,
    Origin origin) {

  /** What a cache holds. */
  public enum Type {
    /** Data only. */
    DATA,
    /** Instructions only. */
    INSTRUCTION,
    /** Both. */
    UNIFIED
  }

  /** Guessed where the size of L1d is not told, in bytes: what most processors have had. */
  public static final long USUAL_L1D_BYTES = 32L << 10;

  /** Guessed where the size of L2 is not told, in bytes: where most machines' L2 has ended. */
  public static final long USUAL_L2_BYTES = 1L << 20;

  private static final int INTEL_LEAF = 0x4;
  private static final int AMD_LEAF = 0x8000_001d;

  /** Types as sysfs names them, in the order in which CPUID numbers them from 1. */
  private static final List<String> NAMES = List.of("Data", "Instruction", "Unified");

  private static final List<Type> TYPES = List.of(Type.DATA, Type.INSTRUCTION, Type.UNIFIED);

  /** Refuses what cannot be a cache. */
  public Cache {
    if (level < 1 || sizeBytes < 1) {
      throw new IllegalArgumentException(
          "a cache of level %s with %s bytes; both must be 1 or more".formatted(level, sizeBytes));
    }
    sharedCpus = List.copyOf(sharedCpus);
  }

  /** {@code L1d}, {@code L1i}, {@code L2}, {@code L3}. */
  public String name() {
    return switch (type) {
      case DATA -> "L" + level + "d";
      case INSTRUCTION -> "L" + level + "i";
      case UNIFIED -> "L" + level;
    };
  }

  /** The caches of {@code cpu} from sysfs, or from CPUID where sysfs shows none. */
  static List<Cache> read(SystemTree tree, Cpuid cpuid, int cpu) {
    // Linux Documentation/ABI/testing/sysfs-devices-system-cpu
    String folder = "/sys/devices/system/cpu/cpu" + cpu + "/cache";
    List<Cache> told =
        tree.names(folder).stream()
            .filter(name -> name.startsWith("index"))
            .flatMap(name -> read(tree, folder + "/" + name + "/"))
            .toList();
    return (told.isEmpty() ? ask(cpuid) : told.stream())
        .sorted(Comparator.comparingInt(Cache::level).thenComparing(Cache::type))
        .toList();
  }

  private static Stream<Cache> read(SystemTree tree, String folder) {
    Integer level = Numbers.parseInt(tree.text(folder + "level"));
    Type type = type(1 + NAMES.indexOf(tree.textOrEmpty(folder + "type")));
    Long sizeBytes = Numbers.parseBytes(tree.text(folder + "size"));
    // Arm kernels list caches of which the firmware told no size: nothing to report.
    if (level == null || level < 1 || type == null || sizeBytes == null) {
      return Stream.empty();
    }
    return Stream.of(
        new Cache(
            level,
            type,
            sizeBytes,
            positive(tree.text(folder + "ways_of_associativity")),
            positive(tree.text(folder + "coherency_line_size")),
            positive(tree.text(folder + "number_of_sets")),
            tree.cpus(folder + "shared_cpu_list"),
            Origin.READ));
  }

  private static @Nullable Type type(int code) {
    return code < 1 || code > TYPES.size() ? null : TYPES.get(code - 1);
  }

  // The kernel writes 0 for what it does not know.
  private static @Nullable Integer positive(@Nullable String text) {
    Integer value = Numbers.parseInt(text);
    return value == null || value < 1 ? null : value;
  }

  private static Stream<Cache> ask(Cpuid cpuid) {
    // Both leaves have the same layout: Intel SDM vol. 2A, CPUID; AMD APM vol. 3, E.4.15.
    int leaf = bits(cpuid.leaf(AMD_LEAF).eax(), 4, 0) > 0 ? AMD_LEAF : INTEL_LEAF;
    return IntStream.range(0, Cpuid.MOST_SUBLEAVES)
        .mapToObj(i -> cpuid.leaf(leaf, i))
        .flatMap(Cache::of);
  }

  private static Stream<Cache> of(Registers r) {
    Type type = type(bits(r.eax(), 4, 0));
    int level = bits(r.eax(), 7, 5);
    int ways = bits(r.ebx(), 31, 22) + 1;
    int partitions = bits(r.ebx(), 21, 12) + 1;
    int lineBytes = bits(r.ebx(), 11, 0) + 1;
    int sets = r.ecx() + 1;
    long sizeBytes = (long) ways * partitions * lineBytes * sets;
    return type == null || level < 1 || sizeBytes < 1
        ? Stream.empty()
        : Stream.of(
            new Cache(level, type, sizeBytes, ways, lineBytes, sets, List.of(), Origin.CPUID));
  }
}
