package org.switchlab.machine;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the clock of the measuring CPU is driven. Guests usually see nothing of it.
 *
 * @param turbo whether the clock may exceed its nominal rate
 * @param turboSwitch file that turns turbo on and off, with the value that turns it off
 * @param currentMhz clock when it was read, in MHz
 */
public record Frequency(
    @Nullable String driver,
    @Nullable String governor,
    @Nullable Boolean turbo,
    @Nullable TurboSwitch turboSwitch,
    @Nullable Double currentMhz,
    @Nullable Double minMhz,
    @Nullable Double maxMhz) {

  private static final String CPUS = "/sys/devices/system/cpu/";

  /** The absolute path of the file that switches turbo, and what written into it turns it off. */
  public record TurboSwitch(String path, String off) {}

  /** See Linux Documentation/admin-guide/pm/cpufreq.rst and intel_pstate.rst. */
  static Frequency read(SystemTree tree, CpuInfo info, int cpu) {
    String policy = CPUS + "cpu" + cpu + "/cpufreq/";
    // intel_pstate turns it off with a 1, everyone else with a 0.
    TurboSwitch turbo =
        Stream.of(
                new TurboSwitch(CPUS + "intel_pstate/no_turbo", "1"),
                new TurboSwitch(CPUS + "cpufreq/boost", "0"),
                new TurboSwitch(policy + "boost", "0"))
            .filter(file -> tree.text(file.path()) != null)
            .findFirst()
            .orElse(null);
    Double current = megahertz(tree.number(policy + "scaling_cur_freq"));
    return new Frequency(
        tree.text(policy + "scaling_driver"),
        tree.text(policy + "scaling_governor"),
        turbo == null ? null : !turbo.off().equals(tree.text(turbo.path())),
        turbo,
        current == null ? Numbers.parseDouble(info.get("cpu MHz")) : current,
        megahertz(tree.number(policy + "cpuinfo_min_freq")),
        megahertz(tree.number(policy + "cpuinfo_max_freq")));
  }

  private static @Nullable Double megahertz(@Nullable Long kilohertz) {
    return kilohertz == null || kilohertz <= 0 ? null : kilohertz / 1000.0;
  }
}
