package org.switchlab.machine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Frequency.TurboSwitch;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What the hardware, its clocks and a hypervisor do to the numbers. */
final class HardwareProblems {

  /** Half of the default precision of an experiment (2 %): less steal cannot be told from noise. */
  private static final double STEAL_THAT_MATTERS = 0.01;

  /** Clock sources that are read without entering the kernel: vDSO of Linux on x86 and Arm. */
  private static final Set<String> QUICK_CLOCKS =
      Set.of("tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter", "timebase");

  private HardwareProblems() {}

  static @Nullable Warning virtualMachine(Machine machine) {
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

  static @Nullable Warning steal(Machine machine) {
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

  static @Nullable Warning oneCpu(Machine machine) {
    return machine.allowedCpus().size() != 1
        ? null
        : new Warning(
            WarningCode.ONE_CPU,
            ("Only CPU %s may be used: whatever else runs shares it with the measured processes and"
                    + " adds switches and cache misses.")
                .formatted(machine.allowedCpus().getFirst()),
            machine.topology().onlineCpus().size() > 1
                ? "Allow all: `taskset -cp %s $$`, or start the container with more --cpuset-cpus."
                    .formatted(CpuList.text(machine.topology().onlineCpus()))
                : "Give the machine a second CPU.");
  }

  static @Nullable Warning smtSibling(Machine machine) {
    List<Integer> siblings =
        machine.measuringCpu().stream()
            .boxed()
            .flatMap(cpu -> machine.topology().siblings(cpu).stream())
            .toList();
    return siblings.isEmpty()
        ? null
        : new Warning(
            WarningCode.SMT_SIBLING,
            ("CPU %s shares its core, and so its L1, L2 and TLBs, with CPU %s: work there evicts the"
                    + " measured arrays and takes issue slots.")
                .formatted(machine.measuringCpu().getAsInt(), CpuList.text(siblings)),
            Stream.of(siblings)
                .flatMap(List::stream)
                .map("echo 0 | sudo tee /sys/devices/system/cpu/cpu%s/online"::formatted)
                .reduce((a, b) -> a + "; " + b)
                .orElse(""));
  }

  static @Nullable Warning governor(Machine machine) {
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

  static @Nullable Warning turbo(Machine machine) {
    Boolean on = machine.frequency().turbo();
    TurboSwitch file = machine.frequency().turboSwitch();
    return on == null || !on
        ? null
        : new Warning(
            WarningCode.TURBO,
            "Turbo is on: the clock depends on temperature and on how many cores are busy.",
            file == null ? "" : "echo %s | sudo tee %s".formatted(file.off(), file.path()));
  }

  static @Nullable Warning clockSource(Machine machine) {
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
}
