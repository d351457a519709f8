package org.switchlab.machine;

import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Frequency.TurboSwitch;

/** The clock of one CPU: Linux Documentation/admin-guide/pm/cpufreq.rst and intel_pstate.rst. */
final class FrequencyParser {

  private static final String CPUS = "sys/devices/system/cpu/";

  private FrequencyParser() {}

  static Frequency parse(SystemTree tree, CpuInfo info, int cpu) {
    String policy = CPUS + "cpu" + cpu + "/cpufreq/";
    Double current = megahertz(tree.number(policy + "scaling_cur_freq"));
    Turbo turbo = turbo(tree, policy);
    return new Frequency(
        tree.text(policy + "scaling_driver"),
        tree.text(policy + "scaling_governor"),
        turbo == null ? null : turbo.on(),
        turbo == null ? null : turbo.file(),
        current == null ? Numbers.parseDouble(info.get("cpu MHz")) : current,
        megahertz(tree.number(policy + "cpuinfo_min_freq")),
        megahertz(tree.number(policy + "cpuinfo_max_freq")));
  }

  private static @Nullable Double megahertz(@Nullable Long kilohertz) {
    return kilohertz == null || kilohertz <= 0 ? null : kilohertz / 1000.0;
  }

  private record Turbo(boolean on, TurboSwitch file) {}

  private static @Nullable Turbo turbo(SystemTree tree, String policy) {
    // intel_pstate turns it off with a 1, everyone else with a 0.
    Turbo intel = turbo(tree, CPUS + "intel_pstate/no_turbo", "1");
    Turbo all = intel == null ? turbo(tree, CPUS + "cpufreq/boost", "0") : intel;
    return all == null ? turbo(tree, policy + "boost", "0") : all;
  }

  private static @Nullable Turbo turbo(SystemTree tree, String path, String off) {
    String value = tree.text(path);
    return value == null ? null : new Turbo(!value.equals(off), new TurboSwitch("/" + path, off));
  }
}
