package org.switchlab.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Cpu;
import org.switchlab.machine.CpuList;
import org.switchlab.machine.Frequency;
import org.switchlab.machine.Kernel;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Memory;
import org.switchlab.machine.Origin;
import org.switchlab.machine.Tlb;
import org.switchlab.machine.Topology;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** What the hardware of a machine is, in words. */
final class HardwareFacts {

  private HardwareFacts() {}

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
    if (machine.topology().cores().isEmpty()) {
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
      section.add("L1 dTLB 4 KiB", null);
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
    section.add("clock now", frequency.currentMhz(), HardwareFacts::megahertz);
    section.add("lowest clock", frequency.minMhz(), HardwareFacts::megahertz);
    section.add("highest clock", frequency.maxMhz(), HardwareFacts::megahertz);
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
}
