package org.switchlab.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
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

  // Far more than a thread on its way to rest still uses.
  private static final long BURNT_NS = 8_000_000;

  // On a crowded machine a burning thread may wait this long for its share.
  private static final int LOOKS = 20;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

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
   * name and where it is. Returns at once if no thread claims to be running, else within 0.4 s.
   */
  public List<String> find() {
    Map<Long, Long> cpuNsBefore = running();
    try {
      for (int look = 0; look < LOOKS && !cpuNsBefore.isEmpty(); look++) {
        Thread.sleep(BETWEEN_LOOKS);
        Map<Long, Long> cpuNs = running();
        cpuNsBefore.keySet().retainAll(cpuNs.keySet());
        if (cpuNsBefore.entrySet().stream().allMatch(e -> burnt(e.getValue(), cpuNs, e.getKey()))) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    Map<Long, Long> cpuNs = running();
    return cpuNsBefore.entrySet().stream()
        .filter(e -> burnt(e.getValue(), cpuNs, e.getKey()))
        .map(e -> describe(e.getKey()))
        .toList();
  }

  private static boolean burnt(long beforeNs, Map<Long, Long> cpuNs, long id) {
    return cpuNs.getOrDefault(id, beforeNs) - beforeNs >= BURNT_NS;
  }

  // Only what claims to be running is watched: an idle thread of the kernel's pool costs nothing.
  private Map<Long, Long> running() {
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
