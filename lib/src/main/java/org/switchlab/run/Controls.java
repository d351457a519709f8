package org.switchlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.switchlab.machine.HugePages;
import org.switchlab.os.Affinity;
import org.switchlab.os.NativeException;
import org.switchlab.os.Priority;
import org.switchlab.os.ResourceLimit;
import org.switchlab.os.ResourceLimit.Resource;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Point;
import org.switchlab.unit.Units;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * Isolates runner processes from the rest of the machine, as far as it is allowed to. What it sets
 * is never taken back: the process ends with its job.
 */
final class Controls {

  /** Above every ordinary task, below the kernel's own threads at 99. */
  private static final int FIFO_PRIORITY = 50;

  private static final Path RT_RUNTIME = Path.of("/proc/sys/kernel/sched_rt_runtime_us");

  private final Map<WarningCode, Warning> refused = new EnumMap<>(WarningCode.class);

  /** Rights that were refused so far, each once. */
  synchronized List<Warning> warnings() {
    return List.copyOf(refused.values());
  }

  /**
   * Pins process {@code pid} and raises it. If under SCHED_FIFO it computes, without a wait, much
   * longer than the watchdog lets it be silent, the kernel ends it.
   */
  void isolate(int pid, int cpu, Duration silence) {
    leaveNoCore(pid);
    pin(pid, cpu);
    raise(pid, cpu, silence);
  }

  /** Says that processes could not be pinned. */
  void notPinned(int cpu, NativeException cause) {
    refuse(
        WarningCode.NO_PINNING,
        ("the processes could not be pinned to CPU %d (%s): on different CPUs a round trip is ten"
                + " times as long, and no switch need happen")
            .formatted(cpu, cause.getMessage()),
        "start the whole program pinned: taskset -c " + cpu);
  }

  /** Moves the limit that {@link #isolate} set, now that it is known how long batches last. */
  void allow(int pid, Duration silence) {
    try {
      ResourceLimit.setSoft(pid, Resource.RTTIME, rtTimeMicros(silence));
    } catch (NativeException e) {
      // Then the limit was never set and the process is not under SCHED_FIFO: see raise.
    }
  }

  /**
   * Keeps a process from leaving a core file. That is all for a program of anybody's, which was
   * started on its CPU: under SCHED_FIFO one that hangs would take the CPU with it.
   */
  void leaveNoCore(int pid) {
    try {
      ResourceLimit.setSoft(pid, Resource.CORE, 0);
    } catch (NativeException e) {
      // A core file would be litter, not a wrong number.
    }
  }

  private void pin(int pid, int cpu) {
    try {
      Affinity.pin(pid, cpu);
    } catch (NativeException e) {
      notPinned(cpu, e);
    }
  }

  private void raise(int pid, int cpu, Duration silence) {
    if (!leavesRoom(cpu)) {
      refuse(
          WarningCode.NO_FIFO,
          ("SCHED_FIFO was not used: CPU %d is the only one and nothing throttles real-time tasks,"
                  + " so it could not be stopped; other tasks preempt the measured ones, and %s")
              .formatted(cpu, Priority.COMPARABLE_WITHOUT),
          "sudo sysctl kernel.sched_rt_runtime_us=950000, or allow a second CPU");
      return;
    }
    try {
      ResourceLimit.setSoft(pid, Resource.RTTIME, rtTimeMicros(silence));
      Priority.fifo(pid, FIFO_PRIORITY);
    } catch (NativeException e) {
      refuse(
          WarningCode.NO_FIFO,
          ("SCHED_FIFO was refused (%s): other tasks preempt the measured ones, costs scatter more,"
                  + " and %s")
              .formatted(e.getMessage(), Priority.COMPARABLE_WITHOUT),
          Priority.REMEDY);
    }
  }

  /** Doubts a point whose array was to come on huge pages, or of one split, and did not. */
  void checkPages(Point point, long wishedBytes) {
    boolean isHuge = point.isHuge();
    boolean isWished = isHuge || point.layout() == Layout.CONTROLLED;
    if (isWished && wishedBytes < point.arrayBytes()) {
      String pages = isHuge ? "huge pages" : "small pages of neighbouring frames";
      refuse(
          WarningCode.NO_HUGE_PAGES,
          "an array of %s was to stand on %s, and %s of it surely does: its numbers are not those of %s"
              .formatted(Units.bytes(point.arrayBytes()), pages, Units.bytes(wishedBytes), pages),
          HugePages.SWITCH_ON + "; free some memory");
    }
  }

  /** Whether something is left to stop a real-time task on {@code cpu} that goes astray. */
  private static boolean leavesRoom(int cpu) {
    boolean otherCpu =
        Affinity.allowed(ProcessHandle.current().pid()).stream().anyMatch(other -> other != cpu);
    return otherCpu || isThrottled();
  }

  private static boolean isThrottled() {
    try {
      return !Files.readString(RT_RUNTIME).strip().equals("-1");
    } catch (IOException e) {
      return false;
    }
  }

  /** Beyond the watchdog, which can say more; for the case that the watchdog gets no CPU. */
  private static long rtTimeMicros(Duration silence) {
    return silence.multipliedBy(2).plusSeconds(1).toNanos() / 1_000;
  }

  private synchronized void refuse(WarningCode code, String message, String remedy) {
    refused.putIfAbsent(code, new Warning(code, message, remedy));
  }
}
