package org.switchlab.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds threads of interrupted cells that still burn a CPU and so disturb every later measurement.
 *
 * <p>A kernel stops a cell by interrupting its thread and no longer waiting for it; a loop that
 * never looks at the interrupt goes on for ever, unseen. Java has no way to end such a thread.
 */
public final class BurningThreads {

  // Long against a scheduler tick and the clock's resolution, short against what a user notices.
  private static final Duration WATCHED = Duration.ofMillis(40);

  // A thread sharing its CPU with others still gets this much of it.
  private static final double BURNING_SHARE = 0.2;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final String namePrefix;

  /**
   * Looks at the threads that evaluate cells.
   *
   * @param namePrefix how the kernel's evaluating threads are named
   */
  public BurningThreads(String namePrefix) {
    this.namePrefix = namePrefix;
  }

  /**
   * The evaluating threads other than the calling one that are using a CPU, each described by its
   * name and where it is. Waits 40 ms if there is a suspect, else not at all.
   */
  public List<String> find() {
    Map<Long, Long> cpuNsBefore = suspects();
    if (cpuNsBefore.isEmpty()) {
      return List.of();
    }
    try {
      Thread.sleep(WATCHED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    List<String> burning = new ArrayList<>();
    cpuNsBefore.forEach(
        (id, before) -> {
          if (threads.getThreadCpuTime(id) - before > BURNING_SHARE * WATCHED.toNanos()) {
            burning.add(describe(id));
          }
        });
    return burning;
  }

  // Only what claims to be running is watched: an idle thread of the kernel's pool costs nothing.
  private Map<Long, Long> suspects() {
    Map<Long, Long> cpuNs = new TreeMap<>();
    long self = Thread.currentThread().threadId();
    for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (info != null
          && info.getThreadState() == Thread.State.RUNNABLE
          && info.getThreadId() != self
          && info.getThreadName().startsWith(namePrefix)) {
        cpuNs.put(info.getThreadId(), threads.getThreadCpuTime(info.getThreadId()));
      }
    }
    return cpuNs;
  }

  private String describe(long id) {
    var info = threads.getThreadInfo(id, 1);
    if (info == null) {
      return "a thread that has just ended";
    }
    String place =
        Arrays.stream(info.getStackTrace()).findFirst().map(frame -> " in " + frame).orElse("");
    return "thread " + info.getThreadName() + place;
  }
}
