package org.switchlab.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.switchlab.warning.Warning;

/**
 * What a machine is, as far as its kernel tells: part of every result, because a switch costs what
 * the caches, the mitigations and the neighbours make it cost. What is not known is absent.
 *
 * @param cpu the processor
 * @param topology its logical CPUs and how they share cores
 * @param caches caches the measuring CPU uses, smallest level first; empty if unknown
 * @param tlbs translation buffers of the measuring CPU; empty if unknown
 * @param memory page sizes
 * @param kernel the running kernel
 * @param frequency how the clock of the measuring CPU is driven
 * @param virtualization what stands below and around this system
 * @param cgroup the limits of the control group this process runs in
 * @param rights what this process may do, and what the kernel keeps to itself
 * @param load how busy the machine was when it was read
 * @param unreadable files that matter and could not be read
 */
public record Machine(
    Cpu cpu,
    Topology topology,
    List<Cache> caches,
    List<Tlb> tlbs,
    Memory memory,
    Kernel kernel,
    Frequency frequency,
    Virtualization virtualization,
    Cgroup cgroup,
    Rights rights,
    Load load,
    List<String> unreadable) {

  /** Keeps immutable copies. */
  public Machine {
    caches = List.copyOf(caches);
    tlbs = List.copyOf(tlbs);
    unreadable = List.copyOf(unreadable);
  }

  /** Reads the machine this process runs on; a few milliseconds, nothing is executed. */
  public static Machine read() {
    return read(Path.of("/"));
  }

  /**
   * Reads a captured machine.
   *
   * @param root folder that holds its {@code proc} and {@code sys}; files that are missing leave
   *     gaps in the report
   */
  public static Machine read(Path root) {
    return new MachineReader(new SystemTree(root)).read();
  }

  /** The machine of the paper, as far as its Table I and section III (governor) tell. */
  public static Machine published() {
    return MachineJson.resource("paper-machine.json");
  }

  /** The processor's name, for a chart's title; "unknown CPU" if nothing names it. */
  public String cpuModel() {
    return cpu.displayName();
  }

  /** One line that says what was measured on. */
  public String headline() {
    return Headline.of(this);
  }

  /** CPUs this process may run on (affinity and cpuset together); empty if unknown. */
  public List<Integer> allowedCpus() {
    return topology.allowedCpus();
  }

  /**
   * A good CPU to pin a measurement to: allowed, of the fastest kind, not CPU 0 (which serves most
   * interrupts) and on another core than the first allowed CPU, where everything else can stay; as
   * much of this as the machine grants. Absent only if no CPU is known.
   */
  public OptionalInt measuringCpu() {
    return topology.measuringCpu();
  }

  /**
   * The size in bytes of the cache that data of one core goes through.
   *
   * @param level 1 (L1d), 2 or 3
   */
  public OptionalLong cacheBytes(int level) {
    return dataCache(level).map(c -> OptionalLong.of(c.sizeBytes())).orElse(OptionalLong.empty());
  }

  /** The data or unified cache of {@code level}. */
  public Optional<Cache> dataCache(int level) {
    return caches.stream()
        .filter(c -> c.level() == level && c.type() != CacheType.INSTRUCTION)
        .findFirst();
  }

  /**
   * A stable name of what makes two measurements comparable: processor, stepping, caches and kind
   * of hypervisor. Kernel, load and rights do not enter.
   */
  public String identity() {
    return Identity.of(this);
  }

  /** What about this machine makes numbers doubtful, what it does to them, and what mends it. */
  public List<Warning> problems() {
    return Problems.of(this);
  }
}
