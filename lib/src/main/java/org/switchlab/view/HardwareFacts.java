package org.switchlab.view;

import java.util.ArrayList;
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
import org.switchlab.machine.TlbType;
import org.switchlab.machine.Topology;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/** What the hardware of a machine is, in words. */
final class HardwareFacts {

  private HardwareFacts() {}

  static FactSheet processor(Machine machine) {
    FactSheet sheet = new FactSheet();
    Cpu cpu = machine.cpu();
    Topology topology = machine.topology();
    sheet.add("model", cpu.vendor() == null ? null : machine.cpuModel());
    sheet.add("vendor", cpu.vendor());
    sheet.add("microarchitecture", cpu.microarchitecture());
    sheet.add("family/model/stepping", familyModelStepping(cpu));
    sheet.add("microcode", cpu.microcode());
    sheet.add("sockets", topology.sockets());
    sheet.add("cores", count(topology.cores()));
    sheet.addCpus("CPUs online", topology.onlineCpus());
    sheet.addCpus("CPUs allowed", topology.allowedCpus());
    if (!topology.isolatedCpus().isEmpty()) {
      sheet.addCpus("CPUs isolated", topology.isolatedCpus());
    }
    topology.kinds().forEach(kind -> sheet.addCpus("kind " + kind.name(), kind.cpus()));
    sheet.add("SMT", topology.smtControl());
    machine
        .measuringCpu()
        .ifPresent(cpuNumber -> sheet.add("measuring CPU", measuring(machine, cpuNumber)));
    return sheet;
  }

  private static @Nullable String familyModelStepping(Cpu cpu) {
    return cpu.family() == null || cpu.model() == null || cpu.stepping() == null
        ? null
        : cpu.family() + " / " + cpu.model() + " / " + cpu.stepping();
  }

  private static @Nullable Integer count(List<?> things) {
    return things.isEmpty() ? null : things.size();
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

  static FactSheet caches(Machine machine) {
    FactSheet sheet = new FactSheet();
    machine.caches().forEach(cache -> sheet.add(cache.name(), cache(cache)));
    if (machine.caches().isEmpty()) {
      sheet.add("L1d", null);
    }
    return sheet;
  }

  private static String cache(Cache cache) {
    List<String> parts = new ArrayList<>();
    parts.add(Units.bytes(cache.sizeBytes()));
    if (cache.ways() != null) {
      parts.add(cache.ways() + "-way");
    }
    if (cache.sets() != null) {
      parts.add(cache.sets() + " sets");
    }
    if (cache.lineBytes() != null) {
      parts.add(cache.lineBytes() + " B lines");
    }
    if (cache.sharedCpus().size() > 1) {
      parts.add("shared by CPUs " + CpuList.text(cache.sharedCpus()));
    }
    return String.join(", ", parts) + origin(cache.origin());
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case READ, PUBLISHED -> "";
      case CPUID -> " (CPUID)";
      case KNOWN -> " (known, not read)";
    };
  }

  static FactSheet translation(Machine machine) {
    FactSheet sheet = new FactSheet();
    for (Tlb tlb : machine.tlbs()) {
      for (long page : tlb.pageBytes()) {
        sheet.join(tlb.name() + " " + Units.bytes(page), tlb(tlb));
      }
    }
    if (machine.tlbs().isEmpty()) {
      sheet.add("L1 dTLB 4 KiB", null);
    }
    sheet.add("tagged by process", machine.cpu().taggedTlb(), tagged -> tagged ? "yes" : "no");
    Memory memory = machine.memory();
    sheet.add("memory", memory.totalBytes(), Units::bytes);
    sheet.add("page", memory.pageBytes(), Units::bytes);
    sheet.add(
        "huge pages", memory.hugePageBytes().isEmpty() ? null : sizes(memory.hugePageBytes()));
    sheet.add("transparent huge pages", memory.transparentHugePages());
    return sheet;
  }

  private static String tlb(Tlb tlb) {
    String ways =
        tlb.fullyAssociative()
            ? ", fully associative"
            : tlb.ways() == null ? "" : ", " + tlb.ways() + "-way";
    String loads = tlb.type() == TlbType.LOAD ? ", loads only" : "";
    return Plural.of(tlb.entries(), "entry", "entries") + ways + loads + origin(tlb.origin());
  }

  private static String sizes(List<Long> bytes) {
    return bytes.stream().map(Units::bytes).collect(Collectors.joining(", "));
  }

  static FactSheet clock(Machine machine) {
    FactSheet sheet = new FactSheet();
    Frequency frequency = machine.frequency();
    sheet.add("driver", frequency.driver());
    sheet.add("governor", frequency.governor());
    sheet.add("turbo", frequency.turbo(), on -> on ? "on" : "off");
    sheet.add("clock now", frequency.currentMhz(), HardwareFacts::megahertz);
    sheet.add("lowest clock", frequency.minMhz(), HardwareFacts::megahertz);
    sheet.add("highest clock", frequency.maxMhz(), HardwareFacts::megahertz);
    Kernel kernel = machine.kernel();
    String others =
        kernel.clockSources().stream()
            .filter(source -> !source.equals(kernel.clockSource()))
            .collect(Collectors.joining(", "));
    sheet.add(
        "clock source",
        kernel.clockSource(),
        now -> others.isEmpty() ? now : now + " (also: " + others + ")");
    return sheet;
  }

  private static String megahertz(double megahertz) {
    return String.format(Locale.ROOT, "%.0f MHz", megahertz);
  }
}
