package org.switchlab.machine;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the machine together from what the parsers find. */
final class MachineReader {

  /** Without these the report has gaps that matter to a measurement. */
  private static final List<String> ESSENTIAL =
      List.of(
          "proc/cpuinfo",
          "proc/self/status",
          "proc/stat",
          "proc/sys/kernel/osrelease",
          "sys/devices/system/cpu/online");

  private final SystemTree tree;

  MachineReader(SystemTree tree) {
    this.tree = tree;
  }

  Machine read() {
    Topology topology = TopologyParser.parse(tree);
    int cpu = topology.measuringCpu().orElse(0);
    CpuInfo info = CpuInfo.parse(tree.text("proc/cpuinfo"), cpu);
    Cpu processor = CpuParser.parse(info);
    Cpuid cpuid = tree.cpuid(cpu);
    List<Cache> caches = CacheParser.parse(tree, cpuid, cpu);
    return new Machine(
        processor,
        topology,
        caches,
        TlbParser.parse(cpuid, info, processor),
        MemoryParser.parse(tree),
        KernelParser.parse(tree),
        FrequencyParser.parse(tree, info, cpu),
        VirtualizationParser.parse(tree, info, cpuid),
        CgroupParser.parse(tree),
        RightsParser.parse(tree),
        load(tree.text("proc/loadavg")),
        unreadable(caches.isEmpty() ? "sys/devices/system/cpu/cpu" + cpu + "/cache" : null));
  }

  private static Load load(@Nullable String loadavg) {
    String[] fields = loadavg == null ? new String[0] : loadavg.split("\\s+", -1);
    return fields.length < 3
        ? new Load(null, null, null)
        : new Load(
            Numbers.parseDouble(fields[0]),
            Numbers.parseDouble(fields[1]),
            Numbers.parseDouble(fields[2]));
  }

  private List<String> unreadable(@Nullable String caches) {
    return Stream.concat(
            ESSENTIAL.stream().filter(path -> tree.text(path) == null), Stream.ofNullable(caches))
        .map(path -> "/" + path)
        .toList();
  }
}
