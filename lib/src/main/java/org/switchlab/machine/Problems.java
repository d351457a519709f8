package org.switchlab.machine;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What a machine does to the numbers measured on it, one small check a problem. */
final class Problems {

  private static final List<Function<Machine, @Nullable Warning>> CHECKS =
      List.of(
          HardwareProblems::virtualMachine,
          HardwareProblems::steal,
          HardwareProblems::oneCpu,
          HardwareProblems::smtSibling,
          HardwareProblems::governor,
          HardwareProblems::turbo,
          RightsProblems::quota,
          RightsProblems::fifo,
          RightsProblems::realtimeThrottling,
          RightsProblems::hardwareCounters,
          RightsProblems::kernelEvents,
          HardwareProblems::clockSource,
          Problems::unreadable);

  private Problems() {}

  static List<Warning> of(Machine machine) {
    return CHECKS.stream().flatMap(check -> Stream.ofNullable(check.apply(machine))).toList();
  }

  private static @Nullable Warning unreadable(Machine machine) {
    return machine.unreadable().isEmpty()
        ? null
        : new Warning(
            WarningCode.UNREADABLE,
            ("Could not be read: %s. What depends on it is missing from the report, and problems may"
                    + " go unseen.")
                .formatted(String.join(", ", machine.unreadable())),
            "As root: mount -t proc proc /proc; mount -t sysfs sysfs /sys");
  }
}
