package org.switchlab.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchlab.machine.Cgroup;
import org.switchlab.machine.Kernel;
import org.switchlab.machine.Load;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Rights;
import org.switchlab.machine.Virtualization;

/** What the system around a measurement is and grants, in words. */
final class SystemFacts {

  private SystemFacts() {}

  static FactSheet kernel(Machine machine) {
    FactSheet sheet = new FactSheet();
    Kernel kernel = machine.kernel();
    sheet.add("release", kernel.release());
    sheet.add("version", kernel.version());
    Map<Boolean, List<String>> byEffect =
        kernel.mitigations().keySet().stream()
            .collect(
                Collectors.partitioningBy(
                    name -> "Not affected".equals(kernel.mitigations().get(name))));
    for (String name : byEffect.getOrDefault(false, List.of())) {
      sheet.add(name, kernel.mitigations().get(name));
    }
    List<String> unaffected = byEffect.getOrDefault(true, List.of());
    sheet.add("not affected by", unaffected.isEmpty() ? null : String.join(", ", unaffected));
    return sheet;
  }

  static FactSheet surroundings(Machine machine) {
    FactSheet sheet = new FactSheet();
    Virtualization around = machine.virtualization();
    sheet.add("hypervisor", around.hypervisor());
    sheet.add("platform", around.platform());
    sheet.add("container", around.container());
    sheet.add("steal since boot", around.stealShare(), SystemFacts::percent);
    Load load = machine.load();
    sheet.add(
        "load average",
        load.oneMinute(),
        one ->
            String.format(
                Locale.ROOT, "%.2f %.2f %.2f", one, load.fiveMinutes(), load.fifteenMinutes()));
    return sheet;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %% of busy time", 100 * share);
  }

  static FactSheet limits(Machine machine) {
    FactSheet sheet = new FactSheet();
    Cgroup cgroup = machine.cgroup();
    sheet.add("cgroup CPU controller", cgroup.version(), version -> "version " + version);
    sheet.add("CPU quota", cgroup.version(), version -> quota(cgroup));
    sheet.add("throttled periods", cgroup.throttledPeriods(), count -> throttled(cgroup, count));
    sheet.addCpus("cpuset", cgroup.cpuset());
    Rights rights = machine.rights();
    sheet.add("SCHED_FIFO", rights.fifo(), SystemFacts::granted);
    sheet.add(
        "real-time share", rights.realtimeRuntimeUs(), runtimeUs -> realtime(runtimeUs, rights));
    sheet.add(
        "capabilities",
        rights.capabilities(),
        names -> names.isEmpty() ? "none that matter" : String.join(", ", names));
    sheet.add("RLIMIT_RTPRIO", rights.realtimePriorityLimit());
    sheet.add("perf_event_paranoid", rights.perfEventParanoid());
    sheet.add("counting in the kernel", rights.kernelEvents(), SystemFacts::granted);
    sheet.add(
        "hardware counters",
        rights.hardwareCounters(),
        names -> names.isEmpty() ? "none" : String.join(", ", names));
    return sheet;
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
    Long periodUs = rights.realtimePeriodUs();
    return runtimeUs < 0 || periodUs == null
        ? runtimeUs < 0 ? "unlimited" : runtimeUs / 1000 + " ms"
        : String.format(Locale.ROOT, "%d of %d ms", runtimeUs / 1000, periodUs / 1000);
  }
}
