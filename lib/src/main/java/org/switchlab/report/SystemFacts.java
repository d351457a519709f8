package org.switchlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.switchlab.machine.Cgroup;
import org.switchlab.machine.Kernel;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Machine.Load;
import org.switchlab.machine.Rights;
import org.switchlab.machine.Virtualization;

/** What the system around a measurement is and grants, in words. */
final class SystemFacts {

  private SystemFacts() {}

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
    section.add("SCHED_FIFO", rights.fifo(), SystemFacts::granted);
    section.add("real-time share", rights.realtimeRuntimeUs(), us -> realtime(us, rights));
    section.addNames("capabilities", rights.capabilities(), "none that matter");
    section.add("RLIMIT_RTPRIO", rights.realtimePriorityLimit());
    section.add("perf_event_paranoid", rights.perfEventParanoid());
    section.add("counting in the kernel", rights.kernelEvents(), SystemFacts::granted);
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
