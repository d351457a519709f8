package org.switchlab.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.switchlab.machine.Numbers.parseDouble;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.file.Sha256;
import org.switchlab.os.Priority;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;

/**
 * What a machine is, as far as its kernel tells: part of every result, because a switch costs what
 * the caches, the mitigations and the neighbours make it cost. What is not known is absent.
 *
 * @param caches caches the measuring CPU uses, smallest level first; empty if unknown
 * @param tlbs translation buffers of the measuring CPU; empty if unknown
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

  /** Without these the report has gaps that matter to a measurement. */
  private static final List<String> ESSENTIAL =
      List.of(
          "/proc/cpuinfo",
          "/proc/self/status",
          "/proc/stat",
          "/proc/sys/kernel/osrelease",
          "/sys/devices/system/cpu/online");

  private static final Pattern RELEASE = Pattern.compile("(\\d+\\.\\d+).*", Pattern.DOTALL);

  /** Load averages of the last minutes: tasks that run or wait, see proc_loadavg(5). */
  public record Load(
      @Nullable Double oneMinute, @Nullable Double fiveMinutes, @Nullable Double fifteenMinutes) {

    private static Load parse(String text) {
      String[] fields = text.split("\\s+", -1);
      return fields.length < 3
          ? new Load(null, null, null)
          : new Load(parseDouble(fields[0]), parseDouble(fields[1]), parseDouble(fields[2]));
    }
  }

  private static final Path ROOT = Path.of("/");

  /** Keeps immutable copies. */
  public Machine {
    caches = List.copyOf(caches);
    tlbs = List.copyOf(tlbs);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Reads the machine this process runs on; a few milliseconds, nothing is executed. Whether
   * SCHED_FIFO can be had is tried on a thread of its own.
   */
  public static Machine read() {
    SystemTree tree = new SystemTree(ROOT);
    return read(ROOT, Rights.read(tree).tried(Priority.isFifoGranted()));
  }

  /**
   * Reads a captured machine, whose {@code proc} and {@code sys} are in the folder {@code root};
   * files that are missing leave gaps in the report.
   */
  public static Machine read(Path root) {
    return read(root, Rights.read(new SystemTree(root)));
  }

  private static Machine read(Path root, Rights rights) {
    SystemTree tree = new SystemTree(root);
    Topology topology = Topology.read(tree);
    int measuring = topology.measuringCpu().orElse(0);
    CpuInfo info = CpuInfo.parse(tree.textOrEmpty("/proc/cpuinfo"), measuring);
    Cpu cpu = Cpu.read(info);
    Cpuid cpuid = tree.cpuid(measuring);
    List<Cache> caches = Cache.read(tree, cpuid, measuring);
    List<String> unreadable = new ArrayList<>(ESSENTIAL);
    unreadable.removeIf(path -> tree.text(path) != null);
    String folder = "/sys/devices/system/cpu/cpu" + measuring;
    // Where the folder is there without sizes, or without caches, nothing can be mounted to help.
    if (caches.isEmpty() && tree.list(folder) == null) {
      unreadable.add(folder + "/cache");
    }
    return new Machine(
        cpu,
        topology,
        caches,
        Tlb.read(cpuid, info, cpu),
        Memory.read(tree),
        Kernel.read(tree),
        Frequency.read(tree, info, measuring),
        Virtualization.read(tree, info, cpuid),
        Cgroup.read(tree),
        rights,
        Load.parse(tree.textOrEmpty("/proc/loadavg")),
        unreadable);
  }

  /** The machine of the paper, as far as its Table I and section III (governor) tell. */
  public static Machine published() {
    return MachineJson.read(DataTable.text(Machine.class, "paper-machine.json"));
  }

  /** The processor's name, for a chart's title; "unknown CPU" if nothing names it. */
  public String cpuModel() {
    return cpu.displayName();
  }

  /** One line that says what was measured on. */
  public String headline() {
    Stream<@Nullable String> system =
        Stream.of(
            processor(cpu), cpus(topology), surroundings(virtualization), linux(kernel.release()));
    Stream<String> sizes =
        IntStream.rangeClosed(1, 3)
            .mapToObj(this::dataCache)
            .flatMap(Optional::stream)
            .map(cache -> cache.name() + " " + Units.bytes(cache.sizeBytes()));
    return Stream.concat(system.filter(Objects::nonNull), sizes).collect(Collectors.joining(", "));
  }

  private static String processor(Cpu cpu) {
    String name = cpu.displayName().replaceAll("\\((R|TM)\\)| CPU(?= @)", "");
    String design = cpu.microarchitecture();
    return design == null || name.contains(design) ? name : name + " (" + design + ")";
  }

  private static @Nullable String cpus(Topology topology) {
    int online = topology.onlineCpus().size();
    int allowed = topology.allowedCpus().size();
    return allowed == 0 || online == 0
        ? null
        : (allowed == online ? "" : allowed + " of ") + Plural.of(online, "CPU");
  }

  private static @Nullable String surroundings(Virtualization virtualization) {
    String below =
        virtualization.guest()
            ? virtualization.hypervisor() + " guest"
            : virtualization.hypervisor() == null ? null : "bare metal";
    String around = virtualization.contained() ? virtualization.container() + " container" : null;
    return below == null ? around : around == null ? below : around + " on " + below;
  }

  private static @Nullable String linux(@Nullable String release) {
    Matcher version = RELEASE.matcher(release == null ? "" : release);
    return version.matches() ? "Linux " + version.group(1) : null;
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

  /** The doubt about a run on {@code cpu} if it is of a slower kind of core; else empty. */
  public Optional<Warning> slowCore(int cpu) {
    return topology
        .kind(cpu)
        .filter(kind -> !kind.equals(topology.kinds().getFirst()))
        .map(kind -> Problems.slowCore(cpu, kind, topology.kinds().getFirst()));
  }

  /** The size in bytes of the cache of {@code level} that data of one core goes through. */
  public OptionalLong cacheBytes(int level) {
    return dataCache(level).stream().mapToLong(Cache::sizeBytes).findFirst();
  }

  /** Why the sizes of L2 and L3 are not to be believed; empty if nothing speaks against them. */
  public Optional<String> cacheDoubt() {
    return InventedCaches.doubt(this);
  }

  /** The data or unified cache of {@code level}: 1 (L1d), 2 or 3. */
  public Optional<Cache> dataCache(int level) {
    return caches.stream()
        .filter(c -> c.level() == level && c.type() != Cache.Type.INSTRUCTION)
        .findFirst();
  }

  /**
   * A stable name of what makes two measurements comparable: processor, stepping, caches and kind
   * of hypervisor. Kernel, load and rights do not enter.
   */
  public String identity() {
    String hypervisor = virtualization.hypervisor();
    String processor =
        "%s|%s|%s|%s|%s|%s"
            .formatted(
                cpu.vendor(),
                cpu.displayName(),
                cpu.family(),
                cpu.model(),
                cpu.stepping(),
                hypervisor);
    String sizes =
        caches.stream()
            .map(c -> "|%s %s %s".formatted(c.name(), c.sizeBytes(), c.ways()))
            .collect(Collectors.joining());
    // 64 bits tell more machines apart than anyone compares, and stay readable.
    return Sha256.of((processor + sizes).getBytes(UTF_8)).substring(0, 16);
  }

  /** What about this machine makes numbers doubtful, what it does to them, and what mends it. */
  public List<Warning> problems() {
    return Problems.of(this);
  }
}
