package org.switchlab.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchlab.machine.Frequency.TurboSwitch;
import org.switchlab.os.Priority;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What a machine does to the numbers measured on it, with what mends it. */
final class Problems {

  /** Half of the default precision of an experiment (2 %): less steal cannot be told from noise. */
  private static final double STEAL_THAT_MATTERS = 0.01;

  /** Clock sources that are read without entering the kernel: vDSO of Linux on x86 and Arm. */
  private static final Set<String> QUICK_CLOCKS =
      Set.of("tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter", "timebase");

  private final Machine machine;
  private final List<Warning> found = new ArrayList<>();

  private Problems(Machine machine) {
    this.machine = machine;
  }

  static List<Warning> of(Machine machine) {
    Problems problems = new Problems(machine);
    problems.hypervisor();
    problems.cpus();
    problems.caches();
    problems.inventedCaches();
    problems.frequency();
    problems.quota();
    problems.realtime();
    problems.counters();
    problems.clockSource();
    problems.unreadable();
    return List.copyOf(problems.found);
  }

  private void add(WarningCode code, String message, String remedy) {
    found.add(new Warning(code, message, remedy));
  }

  private void hypervisor() {
    if (machine.virtualization().hypervisor() == null && machine.cpu().vendor() != null) {
      add(
          WarningCode.VIRTUAL_MACHINE,
          "Whether this is a guest or hardware cannot be read here: if a guest, a neighbour on the"
              + " same physical core slows every switch without a trace.",
          "See where the machine comes from; `systemd-detect-virt` may know.");
    }
    if (machine.virtualization().guest()) {
      add(
          WarningCode.VIRTUAL_MACHINE,
          ("This is a %s guest: a neighbour on the same physical core slows every switch without a"
                  + " trace in the guest, and each TLB miss walks two page tables.")
              .formatted(machine.virtualization().hypervisor()),
          "Measure on bare metal or a dedicated host; here, see how much of a run was"
              + " undisturbed.");
    }
    Double share = machine.virtualization().stealShare();
    if (share != null && share >= STEAL_THAT_MATTERS) {
      add(
          WarningCode.STEAL,
          String.format(
              Locale.ROOT,
              "Since boot the hypervisor gave %.1f %% of the time this system wanted to run to"
                  + " others: what was measured meanwhile looks slow.",
              100 * share),
          "Watch column \"st\" of `vmstat 1` and measure when it is 0, or rent dedicated CPUs.");
    }
  }

  private void cpus() {
    List<Integer> online = machine.topology().onlineCpus();
    if (machine.allowedCpus().size() == 1) {
      add(
          WarningCode.ONE_CPU,
          ("Only CPU %s may be used: whatever else runs shares it with the measured processes and"
                  + " adds switches and cache misses.")
              .formatted(machine.allowedCpus().getFirst()),
          online.size() > 1
              ? "Allow all: `taskset -cp %s $$`, or start the container with more --cpuset-cpus."
                  .formatted(CpuList.text(online))
              : "Give the machine a second CPU.");
    }
    int cpu = machine.measuringCpu().orElse(-1);
    machine.slowCore(cpu).ifPresent(found::add);
    List<Integer> siblings = machine.topology().siblings(cpu);
    if (!siblings.isEmpty()) {
      add(
          WarningCode.SMT_SIBLING,
          ("CPU %s shares its core, and so its L1, L2 and TLBs, with CPU %s: work there evicts the"
                  + " measured arrays and takes issue slots.")
              .formatted(cpu, CpuList.text(siblings)),
          siblings.stream()
              .map("echo 0 | sudo tee /sys/devices/system/cpu/cpu%s/online"::formatted)
              .collect(Collectors.joining("; ")));
    }
  }

  static Warning slowCore(int cpu, Topology.CoreKind own, Topology.CoreKind fastest) {
    return new Warning(
        WarningCode.SLOW_CORE,
        ("CPU %d is of a slower kind of core (%s: CPUs %s) than CPUs %s (%s): its numbers are not"
                + " those of the others.")
            .formatted(
                cpu,
                own.name(),
                CpuList.text(own.cpus()),
                CpuList.text(fastest.cpus()),
                fastest.name()),
        "Measure on one of the fast kind: --cpu %d; if it is not allowed: taskset -c %s ./switchlab …"
            .formatted(fastest.cpus().getLast(), CpuList.text(fastest.cpus())));
  }

  /** Sizes come from the firmware's device tree on Arm, which often has none. */
  private void caches() {
    List<String> guesses = new ArrayList<>();
    if (machine.cacheBytes(1).isEmpty()) {
      guesses.add("L1d " + Units.bytes(Cache.USUAL_L1D_BYTES));
    }
    if (machine.cacheBytes(2).isEmpty()) {
      guesses.add("L2 " + Units.bytes(Cache.USUAL_L2_BYTES));
    }
    if (!guesses.isEmpty()) {
      add(
          WarningCode.CACHES_GUESSED,
          ("This kernel tells no size of some caches: array sizes were chosen around a guess, %s,"
                  + " and no claim about such a cache is judged.")
              .formatted(String.join(" and ", guesses)),
          "Look the sizes up in the processor's data sheet and name array sizes around them:"
              + " --sizes 16K,32K,64K,256K,512K,1M. The walk itself shows a cache's end: there a"
              + " walk begins to take longer per access.");
    }
  }

  private void inventedCaches() {
    machine
        .cacheDoubt()
        .ifPresent(
            doubt ->
                add(
                    WarningCode.CACHES_DOUBTED,
                    "The sizes of L2 and L3 are doubted: %s. Claims at L2 stay open unless the walk"
                            .formatted(doubt)
                        + " shows a cache ending there.",
                    "Start the guest with the host's caches: -cpu host,host-cache-info=on. Or name"
                        + " array sizes around those of the host's data sheet: --sizes."));
  }

  private void frequency() {
    String governor = machine.frequency().governor();
    if (governor != null && !governor.equals("performance")) {
      add(
          WarningCode.GOVERNOR,
          ("The governor is %s: the clock follows the load, so what is compared may have run at"
                  + " different speeds.")
              .formatted(governor),
          "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor");
    }
    TurboSwitch file = machine.frequency().turboSwitch();
    if (Boolean.TRUE.equals(machine.frequency().turbo())) {
      add(
          WarningCode.TURBO,
          "Turbo is on: the clock depends on temperature and on how many cores are busy.",
          file == null ? "" : "echo %s | sudo tee %s".formatted(file.off(), file.path()));
    }
  }

  private void quota() {
    Cgroup cgroup = machine.cgroup();
    Double cpus = cgroup.quotaCpus();
    if (cpus == null) {
      return;
    }
    Long throttled = cgroup.throttledPeriods();
    add(
        WarningCode.CGROUP_QUOTA,
        String.format(
            Locale.ROOT,
            "The control group may use %.2f CPUs: when that is used up every process in it is"
                + " stopped until the period of %.0f ms ends.%s",
            cpus,
            Objects.requireNonNull(cgroup.periodUs()) / 1000.0,
            throttled == null ? "" : " It stopped the group in " + throttled + " periods so far."),
        machine.virtualization().contained()
            ? "Start the container without a CPU limit (docker run without --cpus)."
            : "echo %s | sudo tee %s"
                .formatted(Objects.equals(cgroup.version(), 2) ? "max" : "-1", cgroup.quotaFile()));
  }

  private String fifoRemedy(Rights rights) {
    if (rights.looksGranted()) {
      return "Leave the user namespace: its root has no such right. Or let the host raise the limit"
          + " before (ulimit -r 50); with musl's C library, take one that has sched_setscheduler.";
    }
    return machine.virtualization().contained()
        ? "Start the container with: docker run --cap-add SYS_NICE"
        : "echo \"$USER - rtprio 50\" | sudo tee /etc/security/limits.d/99-switchlab.conf"
            + "  # then log in again";
  }

  private void realtime() {
    Rights rights = machine.rights();
    if (Boolean.FALSE.equals(rights.fifo())) {
      add(
          WarningCode.NO_FIFO,
          ("SCHED_FIFO cannot be had (%s): other tasks may preempt"
                  + " the measured pair, which adds switches and time, and %s.")
              .formatted(
                  rights.looksGranted()
                      ? "the kernel refused it, though it looks granted"
                      : "no CAP_SYS_NICE, RLIMIT_RTPRIO is 0",
                  Priority.COMPARABLE_WITHOUT),
          fifoRemedy(rights));
    }
    Long runtimeUs = rights.realtimeRuntimeUs();
    Long periodUs = rights.realtimePeriodUs();
    // Without real-time priority there is nothing to throttle.
    if (Boolean.TRUE.equals(rights.fifo())
        && runtimeUs != null
        && periodUs != null
        && runtimeUs >= 0
        && runtimeUs < periodUs) {
      add(
          WarningCode.RT_THROTTLING,
          String.format(
              Locale.ROOT,
              "Real-time tasks get %.0f ms of every %.0f ms while others wait: a sample that is cut"
                  + " by this is %.0f ms too long.",
              runtimeUs / 1000.0,
              periodUs / 1000.0,
              (periodUs - runtimeUs) / 1000.0),
          "sudo sysctl kernel.sched_rt_runtime_us=-1");
    }
  }

  private void counters() {
    List<String> counters = machine.rights().hardwareCounters();
    if (counters != null && counters.isEmpty()) {
      add(
          WarningCode.NO_HARDWARE_COUNTERS,
          "The kernel shows no performance counters of the CPU: cache and TLB misses cannot be"
              + " counted here.",
          machine.virtualization().guest()
              ? "Use the emulated counters, or a host that passes its counters on (QEMU: -cpu"
                  + " host,pmu=on)."
              : "Use the emulated counters, or enable the performance monitoring unit in the"
                  + " firmware.");
    }
    Integer paranoid = machine.rights().perfEventParanoid();
    if (paranoid != null && Boolean.FALSE.equals(machine.rights().kernelEvents())) {
      add(
          WarningCode.NO_PERF_EVENTS,
          "perf_event_paranoid is %s: %s, and most of a switch is kernel code."
              .formatted(
                  paranoid,
                  paranoid > 2 ? "nothing may be counted" : "the kernel's part is not counted"),
          "sudo sysctl kernel.perf_event_paranoid=1");
    }
  }

  private void clockSource() {
    String source = machine.kernel().clockSource();
    if (source != null && !QUICK_CLOCKS.contains(source)) {
      add(
          WarningCode.CLOCK_SOURCE,
          ("The clock source is %s: reading the time takes about a microsecond, as long as what is"
                  + " measured.")
              .formatted(source),
          machine.kernel().clockSources().contains("tsc")
              ? "echo tsc | sudo tee " + Kernel.CLOCK + "current_clocksource"
              : "Boot with tsc=reliable if the CPU has constant_tsc and nonstop_tsc.");
    }
  }

  private void unreadable() {
    if (!machine.unreadable().isEmpty()) {
      add(
          WarningCode.UNREADABLE,
          ("Could not be read: %s. What depends on it is missing from the report, and problems may"
                  + " go unseen.")
              .formatted(String.join(", ", machine.unreadable())),
          "As root: mount -t proc proc /proc; mount -t sysfs sysfs /sys");
    }
  }
}
