package org.switchlab.machine;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Frequency.TurboSwitch;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What a machine does to the numbers measured on it, one small check a problem. */
final class Problems {

  /** Half of the default precision of an experiment (2 %): less steal cannot be told from noise. */
  private static final double STEAL_THAT_MATTERS = 0.01;

  /** Clock sources that are read without entering the kernel: vDSO of Linux on x86 and Arm. */
  private static final Set<String> QUICK_CLOCKS =
      Set.of("tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter", "timebase");

  private static final List<Function<Machine, @Nullable Warning>> CHECKS =
      List.of(
          Problems::virtualMachine,
          Problems::steal,
          Problems::oneCpu,
          Problems::smtSibling,
          Problems::governor,
          Problems::turbo,
          Problems::quota,
          Problems::fifo,
          Problems::realtimeThrottling,
          Problems::hardwareCounters,
          Problems::kernelEvents,
          Problems::clockSource,
          Problems::unreadable);

  private Problems() {}

  static List<Warning> of(Machine machine) {
    return CHECKS.stream()
        .map(check -> check.apply(machine))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static @Nullable Warning virtualMachine(Machine machine) {
    Virtualization below = machine.virtualization();
    return !below.guest()
        ? null
        : new Warning(
            WarningCode.VIRTUAL_MACHINE,
            ("This is a %s guest: a neighbour on the same physical core slows every switch without a"
                    + " trace in the guest, and each TLB miss walks two page tables.")
                .formatted(below.hypervisor()),
            "Measure on bare metal or a dedicated host; here, trust only quiet batches.");
  }

  private static @Nullable Warning steal(Machine machine) {
    Double share = machine.virtualization().stealShare();
    return share == null || share < STEAL_THAT_MATTERS
        ? null
        : new Warning(
            WarningCode.STEAL,
            String.format(
                Locale.ROOT,
                "Since boot the hypervisor gave %.1f %% of the time this system wanted to run to"
                    + " others: batches it falls into look slow.",
                100 * share),
            "Watch column \"st\" of `vmstat 1` and measure when it is 0, or rent dedicated CPUs.");
  }

  private static @Nullable Warning oneCpu(Machine machine) {
    return machine.allowedCpus().size() != 1
        ? null
        : new Warning(
            WarningCode.ONE_CPU,
            "Only CPU %d may be used: whatever else runs shares it with the measured processes and adds switches and cache misses."
                .formatted(machine.allowedCpus().getFirst()),
            machine.topology().onlineCpus().size() > 1
                ? "Allow all: `taskset -cp %s $$`, or start the container with more --cpuset-cpus."
                    .formatted(CpuList.text(machine.topology().onlineCpus()))
                : "Give the machine a second CPU.");
  }

  private static @Nullable Warning smtSibling(Machine machine) {
    List<Integer> siblings =
        machine.measuringCpu().stream()
            .boxed()
            .flatMap(cpu -> machine.topology().siblings(cpu).stream())
            .toList();
    return siblings.isEmpty()
        ? null
        : new Warning(
            WarningCode.SMT_SIBLING,
            ("CPU %d shares its core, and so its L1, L2 and TLBs, with CPU %s: work there evicts the"
                    + " measured arrays and takes issue slots.")
                .formatted(machine.measuringCpu().getAsInt(), CpuList.text(siblings)),
            Stream.of(siblings)
                .flatMap(List::stream)
                .map("echo 0 | sudo tee /sys/devices/system/cpu/cpu%d/online"::formatted)
                .reduce((a, b) -> a + "; " + b)
                .orElse(""));
  }

  private static @Nullable Warning governor(Machine machine) {
    String governor = machine.frequency().governor();
    return governor == null || governor.equals("performance")
        ? null
        : new Warning(
            WarningCode.GOVERNOR,
            ("The governor is %s: the clock follows the load, so single and switch batches may run at"
                    + " different speeds.")
                .formatted(governor),
            "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
  }

  private static @Nullable Warning turbo(Machine machine) {
    Boolean on = machine.frequency().turbo();
    TurboSwitch file = machine.frequency().turboSwitch();
    return on == null || !on
        ? null
        : new Warning(
            WarningCode.TURBO,
            "Turbo is on: the clock depends on temperature and on how many cores are busy.",
            file == null ? "" : "echo %s | sudo tee %s".formatted(file.off(), file.path()));
  }

  private static @Nullable Warning quota(Machine machine) {
    Cgroup cgroup = machine.cgroup();
    Double cpus = cgroup.quotaCpus();
    if (cpus == null) {
      return null;
    }
    Long throttled = cgroup.throttledPeriods();
    String stopped =
        throttled == null ? "" : " It stopped the group in %d periods so far.".formatted(throttled);
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

  private static @Nullable Warning fifo(Machine machine) {
    return !Boolean.FALSE.equals(machine.rights().fifo())
        ? null
        : new Warning(
            WarningCode.NO_FIFO,
            "SCHED_FIFO cannot be had (no CAP_SYS_NICE, RLIMIT_RTPRIO is 0): other tasks may preempt the measured pair, which adds switches and time.",
            machine.virtualization().contained()
                ? "docker run --cap-add SYS_NICE …"
                : "echo \"$USER - rtprio 50\" | sudo tee /etc/security/limits.d/99-switchlab.conf, then log in again");
  }

  private static @Nullable Warning realtimeThrottling(Machine machine) {
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

  private static @Nullable Warning hardwareCounters(Machine machine) {
    List<String> counters = machine.rights().hardwareCounters();
    return counters == null || !counters.isEmpty()
        ? null
        : new Warning(
            WarningCode.NO_HARDWARE_COUNTERS,
            "The kernel shows no performance counters of the CPU: cache and TLB misses cannot be counted here.",
            machine.virtualization().guest()
                ? "Use the emulated counters, or a host that passes its counters on (QEMU: -cpu host,pmu=on)."
                : "Use the emulated counters, or enable the performance monitoring unit in the firmware.");
  }

  private static @Nullable Warning kernelEvents(Machine machine) {
    Integer paranoid = machine.rights().perfEventParanoid();
    return paranoid == null || !Boolean.FALSE.equals(machine.rights().kernelEvents())
        ? null
        : new Warning(
            WarningCode.NO_PERF_EVENTS,
            "perf_event_paranoid is %d: %s, and most of a switch is kernel code."
                .formatted(
                    paranoid,
                    paranoid > 2 ? "nothing may be counted" : "the kernel's part is not counted"),
            "sudo sysctl kernel.perf_event_paranoid=1");
  }

  private static @Nullable Warning clockSource(Machine machine) {
    String source = machine.kernel().clockSource();
    if (source == null || QUICK_CLOCKS.contains(source)) {
      return null;
    }
    return new Warning(
        WarningCode.CLOCK_SOURCE,
        ("The clock source is %s: reading the time takes about a microsecond, as long as what is"
                + " measured.")
            .formatted(source),
        machine.kernel().clockSources().contains("tsc")
            ? "echo tsc | sudo tee /sys/devices/system/clocksource/clocksource0/current_clocksource"
            : "Boot with tsc=reliable if the CPU has constant_tsc and nonstop_tsc.");
  }

  private static @Nullable Warning unreadable(Machine machine) {
    return machine.unreadable().isEmpty()
        ? null
        : new Warning(
            WarningCode.UNREADABLE,
            "Could not be read: %s. What depends on it is missing from the report, and problems may go unseen."
                .formatted(String.join(", ", machine.unreadable())),
            "Mount /proc and /sys (docker run without --security-opt systempaths or masked paths; `mount -t sysfs sysfs /sys`).");
  }
}
