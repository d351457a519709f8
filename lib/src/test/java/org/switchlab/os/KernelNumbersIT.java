package org.switchlab.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchlab.os.ExitStatus.ResourceUsage;

/** The numbers and layouts written down here against this machine's own headers. */
class KernelNumbersIT {

  private static final List<String> HEADERS =
      List.of(
          "stdio.h",
          "stddef.h",
          "errno.h",
          "fcntl.h",
          "poll.h",
          "signal.h",
          "spawn.h",
          "sys/ioctl.h",
          "sys/resource.h",
          "sys/syscall.h",
          "sys/wait.h",
          "linux/perf_event.h");

  @TempDir Path directory;

  @Test
  void agreeWithTheHeaders() throws IOException, InterruptedException {
    Map<String, Long> ours = new LinkedHashMap<>();
    ours.put("SYS_perf_event_open", (long) Architecture.current().perfEventOpenNumber());
    ours.put("O_CLOEXEC", 0x80000L);
    putStructures(ours);
    putPerf(ours);
    for (Errno errno : Errno.values()) {
      ours.put(errno.name(), (long) errno.number());
    }
    for (Signal signal : Signal.values()) {
      ours.put(signal.name(), (long) signal.number());
    }
    assertThat(ours)
        .isEqualTo(CompiledC.valuesOf(directory, HEADERS, new ArrayList<>(ours.keySet())));
  }

  @Test
  void spawnStructuresHaveRoom() throws IOException, InterruptedException {
    var sizes =
        List.of(
            "sizeof(posix_spawnattr_t)", "sizeof(posix_spawn_file_actions_t)", "sizeof(sigset_t)");
    Map<String, Long> real = CompiledC.valuesOf(directory, HEADERS, sizes);
    assertThat(real.get(sizes.get(0))).isLessThanOrEqualTo(SpawnSettings.ATTRIBUTES_BYTES);
    assertThat(real.get(sizes.get(1))).isLessThanOrEqualTo(SpawnSettings.FILES_BYTES);
    assertThat(real.get(sizes.get(2))).isLessThanOrEqualTo(SpawnSettings.SIGNAL_SET_BYTES);
  }

  private static void putStructures(Map<String, Long> ours) {
    ours.put("sizeof(struct rusage)", (long) ResourceUsage.LONGS * Long.BYTES);
    ours.put("offsetof(struct rusage, ru_utime)", 8L * ResourceUsage.USER_TIME);
    ours.put("offsetof(struct rusage, ru_stime)", 8L * ResourceUsage.SYSTEM_TIME);
    ours.put("offsetof(struct rusage, ru_minflt)", 8L * ResourceUsage.MINOR_FAULTS);
    ours.put("offsetof(struct rusage, ru_majflt)", 8L * ResourceUsage.MAJOR_FAULTS);
    ours.put("offsetof(struct rusage, ru_nvcsw)", 8L * ResourceUsage.VOLUNTARY);
    ours.put("offsetof(struct rusage, ru_nivcsw)", 8L * ResourceUsage.INVOLUNTARY);
    ours.put("sizeof(struct rlimit)", 2L * Long.BYTES);
    ours.put("sizeof(struct pollfd)", 8L);
    ours.put("POLLIN", (long) FileDescriptor.READABLE);
    ours.put("POLLOUT", (long) FileDescriptor.WRITABLE);
    ours.put("POSIX_SPAWN_SETPGROUP", (long) SpawnSettings.SET_GROUP);
    ours.put("POSIX_SPAWN_SETSIGDEF", (long) SpawnSettings.SET_SIGNAL_DEFAULTS);
    ours.put("POSIX_SPAWN_SETSIGMASK", (long) SpawnSettings.SET_SIGNAL_MASK);
    for (ResourceLimit.Resource resource : ResourceLimit.Resource.values()) {
      ours.put("RLIMIT_" + resource, (long) resource.number);
    }
  }

  private static void putPerf(Map<String, Long> ours) {
    ours.put("PERF_ATTR_SIZE_VER0", (long) PerfCounter.BYTES);
    ours.put("offsetof(struct perf_event_attr, config)", (long) PerfCounter.CONFIG_OFFSET);
    ours.put(
        "offsetof(struct perf_event_attr, read_format)", (long) PerfCounter.READ_FORMAT_OFFSET);
    ours.put("PERF_EVENT_IOC_ENABLE", PerfGroup.ENABLE);
    ours.put("PERF_EVENT_IOC_DISABLE", PerfGroup.DISABLE);
    ours.put("PERF_COUNT_SW_TASK_CLOCK", Event.TASK_CLOCK.config());
    ours.put("PERF_COUNT_SW_PAGE_FAULTS", Event.PAGE_FAULTS.config());
    ours.put("PERF_COUNT_SW_CONTEXT_SWITCHES", Event.CONTEXT_SWITCHES.config());
    ours.put("PERF_COUNT_SW_CPU_MIGRATIONS", Event.CPU_MIGRATIONS.config());
    ours.put("PERF_COUNT_HW_CPU_CYCLES", Event.CYCLES.config());
    ours.put("PERF_COUNT_HW_INSTRUCTIONS", Event.INSTRUCTIONS.config());
    ours.put("PERF_COUNT_HW_CACHE_REFERENCES", Event.CACHE_REFERENCES.config());
    ours.put("PERF_COUNT_HW_CACHE_MISSES", Event.CACHE_MISSES.config());
    ours.put("PERF_COUNT_HW_BRANCH_INSTRUCTIONS", Event.BRANCHES.config());
    ours.put("PERF_COUNT_HW_BRANCH_MISSES", Event.BRANCH_MISSES.config());
    ours.put(
        "PERF_FORMAT_TOTAL_TIME_ENABLED|PERF_FORMAT_TOTAL_TIME_RUNNING|PERF_FORMAT_GROUP",
        PerfCounter.READ_FORMAT);
    ours.put("PERF_TYPE_HW_CACHE", (long) Event.cache("", 0).type());
    ours.put("PERF_TYPE_RAW", (long) Event.raw("", 0).type());
  }
}
