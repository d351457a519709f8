package org.switchlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Cgroup;
import org.switchlab.machine.Cpu;
import org.switchlab.machine.CpuList;
import org.switchlab.machine.Frequency;
import org.switchlab.machine.Kernel;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Machine.Load;
import org.switchlab.machine.Memory;
import org.switchlab.machine.Origin;
import org.switchlab.machine.Rights;
import org.switchlab.machine.Tlb;
import org.switchlab.machine.Topology;
import org.switchlab.machine.Virtualization;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** What the hardware of a machine is, and what the system around it is and grants, in words. */
final class MachineFacts {

  private MachineFacts() {}

  static MachineSection processor(Machine machine) {
    MachineSection section = new MachineSection("Processor");
    Cpu cpu = machine.cpu();
    Topology topology = machine.topology();
    section.add("model", cpu.vendor() == null ? null : machine.cpuModel());
    section.add("vendor", cpu.vendor());
    section.add("microarchitecture", cpu.microarchitecture());
    section.add("family/model/stepping", familyModelStepping(cpu));
    section.add("microcode", cpu.microcode());
    section.add("sockets", topology.sockets());
    section.add("cores", topology.cores().isEmpty() ? null : topology.cores().size());
    section.addCpus("CPUs online", topology.onlineCpus());
    section.addCpus("CPUs allowed", topology.allowedCpus());
    if (!topology.isolatedCpus().isEmpty()) {
      section.addCpus("CPUs isolated", topology.isolatedCpus());
    }
    topology.kinds().forEach(kind -> section.addCpus("kind " + kind.name(), kind.cpus()));
    section.add("SMT", topology.smtControl());
    machine.measuringCpu().ifPresent(n -> section.add("measuring CPU", measuring(machine, n)));
    return section;
  }

  private static @Nullable String familyModelStepping(Cpu cpu) {
    return cpu.family() == null || cpu.model() == null || cpu.stepping() == null
        ? null
        : cpu.family() + " / " + cpu.model() + " / " + cpu.stepping();
  }

  private static String measuring(Machine machine, int cpu) {
    if (machine.topology().cores().stream().noneMatch(core -> core.contains(cpu))) {
      return Integer.toString(cpu);
    }
    List<Integer> siblings = machine.topology().siblings(cpu);
    String core =
        siblings.isEmpty() ? "alone on its core" : "shares its core with " + CpuList.text(siblings);
    // What a guest sees of cores is what its hypervisor chose to show.
    return cpu + ", " + core + (machine.virtualization().guest() ? ", says the hypervisor" : "");
  }

  static MachineSection caches(Machine machine) {
    MachineSection section = new MachineSection("Caches");
    machine.caches().forEach(cache -> section.add(cache.name(), cache(cache)));
    if (machine.caches().isEmpty()) {
      section.add("L1d", null);
    }
    return section;
  }

  private static String cache(Cache cache) {
    List<Integer> cpus = cache.sharedCpus();
    return Units.bytes(cache.sizeBytes())
        + part(cache.ways(), "-way")
        + part(cache.sets(), " sets")
        + part(cache.lineBytes(), " B lines")
        + (cpus.size() > 1 ? ", shared by CPUs " + CpuList.text(cpus) : "")
        + origin(cache.origin());
  }

  private static String part(@Nullable Integer number, String noun) {
    return number == null ? "" : ", " + number + noun;
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case READ, PUBLISHED -> "";
      case CPUID -> " (CPUID)";
      case KNOWN -> " (known, not read)";
    };
  }

  static MachineSection translation(Machine machine) {
    MachineSection section = new MachineSection("TLBs and pages");
    for (Tlb tlb : machine.tlbs()) {
      for (long page : tlb.pageBytes()) {
        section.join(tlb.name() + " " + Units.bytes(page), tlb(tlb));
      }
    }
    if (machine.tlbs().isEmpty()) {
      Long pageBytes = machine.memory().pageBytes();
      section.add("L1 dTLB" + (pageBytes == null ? "" : " " + Units.bytes(pageBytes)), null);
    }
    section.add("tagged by process", machine.cpu().taggedTlb(), tagged -> tagged ? "yes" : "no");
    Memory memory = machine.memory();
    section.add("memory", memory.totalBytes(), Units::bytes);
    section.add("page", memory.pageBytes(), Units::bytes);
    section.addNames(
        "huge pages", memory.hugePageBytes().stream().map(Units::bytes).toList(), null);
    section.add("transparent huge pages", memory.transparentHugePages());
    return section;
  }

  private static String tlb(Tlb tlb) {
    String ways = tlb.fullyAssociative() ? ", fully associative" : part(tlb.ways(), "-way");
    String loads = tlb.type() == Tlb.Type.LOAD ? ", loads only" : "";
    return Plural.of(tlb.entries(), "entry", "entries") + ways + loads + origin(tlb.origin());
  }

  static MachineSection clock(Machine machine) {
    MachineSection section = new MachineSection("Clock");
    Frequency frequency = machine.frequency();
    section.add("driver", frequency.driver());
    section.add("governor", frequency.governor());
    section.add("turbo", frequency.turbo(), on -> on ? "on" : "off");
    section.add("clock now", frequency.currentMhz(), MachineFacts::megahertz);
    section.add("lowest clock", frequency.minMhz(), MachineFacts::megahertz);
    section.add("highest clock", frequency.maxMhz(), MachineFacts::megahertz);
    Kernel kernel = machine.kernel();
    String others =
        kernel.clockSources().stream()
            .filter(source -> !source.equals(kernel.clockSource()))
            .collect(Collectors.joining(", "));
    section.add(
        "clock source",
        kernel.clockSource(),
        now -> others.isEmpty() ? now : now + " (also: " + others + ")");
    return section;
  }

  private static String megahertz(double megahertz) {
    return String.format(Locale.ROOT, "%.0f MHz", megahertz);
  }

  static MachineSection kernel(Machine machine) {
    MachineSection section = new MachineSection("Kernel");
    Kernel kernel = machine.kernel();
    section.add("release", kernel.release());
    section.add("version", kernel.version());
    List<String> unaffected = new ArrayList<>(kernel.mitigations().keySet());
    unaffected.removeIf(name -> !"Not affected".equals(kernel.mitigations().get(name)));
    SortedMap<String, String> affecting = new TreeMap<>(kernel.mitigations());
    affecting.keySet().removeAll(unaffected);
    affecting.forEach(section::add);
    section.addNames("not affected by", unaffected, null);
    return section;
  }

  static MachineSection surroundings(Machine machine) {
    MachineSection section = new MachineSection("Surroundings");
    Virtualization around = machine.virtualization();
    section.add("hypervisor", around.hypervisor());
    section.add("platform", around.platform());
    section.add("container", around.container());
    section.add(
        "steal since boot",
        around.stealShare(),
        share -> String.format(Locale.ROOT, "%.2f %% of busy time", 100 * share));
    Load load = machine.load();
    section.add(
        "load average",
        load.oneMinute(),
        one ->
            String.format(
                Locale.ROOT, "%.2f %.2f %.2f", one, load.fiveMinutes(), load.fifteenMinutes()));
    return section;
  }

  static MachineSection limits(Machine machine) {
    MachineSection section = new MachineSection("Limits and rights");
    Cgroup cgroup = machine.cgroup();
    section.add("cgroup CPU controller", cgroup.version(), version -> "version " + version);
    section.add("CPU quota", cgroup.version(), version -> quota(cgroup));
    section.add("throttled periods", cgroup.throttledPeriods(), count -> throttled(cgroup, count));
    section.addCpus("cpuset", cgroup.cpuset());
    Rights rights = machine.rights();
    section.add("SCHED_FIFO", rights.fifo(), MachineFacts::granted);
    section.add("real-time share", rights.realtimeRuntimeUs(), us -> realtime(us, rights));
    section.addNames("capabilities", rights.capabilities(), "none that matter");
    section.add("RLIMIT_RTPRIO", rights.realtimePriorityLimit());
    section.add("perf_event_paranoid", rights.perfEventParanoid());
    section.add("counting in the kernel", rights.kernelEvents(), MachineFacts::granted);
    section.addNames("hardware counters", rights.hardwareCounters(), "none");
    return section;
  }

  private static String granted(boolean granted) {
    return granted ? "granted" : "refused";
  }

  private static String quota(Cgroup cgroup) {
    Double cpus = cgroup.quotaCpus();
    return cpus == null ? "none" : String.format(Locale.ROOT, "%.2f CPUs", cpus);
  }

  private static String throttled(Cgroup cgroup, long count) {
    Long ns = cgroup.throttledNs();
    return ns == null || count == 0
        ? Long.toString(count)
        : String.format(
            Locale.ROOT, "%d of %d, %.1f s altogether", count, cgroup.periods(), ns / 1e9);
  }

  private static String realtime(long runtimeUs, Rights rights) {
    if (runtimeUs < 0) {
      return "unlimited";
    }
    Long periodUs = rights.realtimePeriodUs();
    return periodUs == null
        ? runtimeUs / 1000 + " ms"
        : String.format(Locale.ROOT, "%d of %d ms", runtimeUs / 1000, periodUs / 1000);
  }
}
