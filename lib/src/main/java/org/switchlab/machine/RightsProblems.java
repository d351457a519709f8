package org.switchlab.machine;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.Priority;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What limits and missing rights do to the numbers. */
final class RightsProblems {

  private RightsProblems() {}

  static @Nullable Warning quota(Machine machine) {
    Cgroup cgroup = machine.cgroup();
    Double cpus = cgroup.quotaCpus();
    if (cpus == null) {
      return null;
    }
    Long throttled = cgroup.throttledPeriods();
    String stopped =
        throttled == null ? "" : " It stopped the group in %s periods so far.".formatted(throttled);
    return new Warning(
        WarningCode.CGROUP_QUOTA,
        String.format(
                Locale.ROOT,
                "The control group may use %.2f CPUs: when that is used up every process in it is"
                    + " stopped until the period of %.0f ms ends.",
                cpus,
                Objects.requireNonNull(cgroup.periodUs()) / 1000.0)
            + stopped,
        quotaRemedy(machine));
  }

  private static String quotaRemedy(Machine machine) {
    if (machine.virtualization().contained()) {
      return "Start the container without a CPU limit (docker run without --cpus).";
    }
    String unlimited = Objects.equals(machine.cgroup().version(), 2) ? "max" : "-1";
    return "echo %s | sudo tee %s".formatted(unlimited, machine.cgroup().quotaFile());
  }

  static @Nullable Warning fifo(Machine machine) {
    return !Boolean.FALSE.equals(machine.rights().fifo())
        ? null
        : new Warning(
            WarningCode.NO_FIFO,
            "SCHED_FIFO cannot be had (no CAP_SYS_NICE, RLIMIT_RTPRIO is 0): other tasks may preempt"
                + " the measured pair, which adds switches and time, and "
                + Priority.COMPARABLE_WITHOUT
                + ".",
            machine.virtualization().contained()
                ? "Start the container with: docker run --cap-add SYS_NICE"
                : "echo \"$USER - rtprio 50\" | sudo tee /etc/security/limits.d/99-switchlab.conf"
                    + "  # then log in again");
  }

  static @Nullable Warning realtimeThrottling(Machine machine) {
    Rights rights = machine.rights();
    Long runtimeUs = rights.realtimeRuntimeUs();
    Long periodUs = rights.realtimePeriodUs();
    // Without real-time priority there is nothing to throttle.
    if (runtimeUs == null || periodUs == null || runtimeUs < 0 || runtimeUs >= periodUs) {
      return null;
    }
    return !Boolean.TRUE.equals(rights.fifo())
        ? null
        : new Warning(
            WarningCode.RT_THROTTLING,
            String.format(
                Locale.ROOT,
                "Real-time tasks get %.0f ms of every %.0f ms while others wait: a batch that is cut"
                    + " by this is %.0f ms too long.",
                runtimeUs / 1000.0,
                periodUs / 1000.0,
                (periodUs - runtimeUs) / 1000.0),
            "sudo sysctl kernel.sched_rt_runtime_us=-1");
  }

  static @Nullable Warning hardwareCounters(Machine machine) {
    List<String> counters = machine.rights().hardwareCounters();
    return counters == null || !counters.isEmpty()
        ? null
        : new Warning(
            WarningCode.NO_HARDWARE_COUNTERS,
            "The kernel shows no performance counters of the CPU: cache and TLB misses cannot be"
                + " counted here.",
            machine.virtualization().guest()
                ? "Use the emulated counters, or a host that passes its counters on (QEMU: -cpu"
                    + " host,pmu=on)."
                : "Use the emulated counters, or enable the performance monitoring unit in the"
                    + " firmware.");
  }

  static @Nullable Warning kernelEvents(Machine machine) {
    Integer paranoid = machine.rights().perfEventParanoid();
    return paranoid == null || !Boolean.FALSE.equals(machine.rights().kernelEvents())
        ? null
        : new Warning(
            WarningCode.NO_PERF_EVENTS,
            "perf_event_paranoid is %s: %s, and most of a switch is kernel code."
                .formatted(
                    paranoid,
                    paranoid > 2 ? "nothing may be counted" : "the kernel's part is not counted"),
            "sudo sysctl kernel.perf_event_paranoid=1");
  }
}
