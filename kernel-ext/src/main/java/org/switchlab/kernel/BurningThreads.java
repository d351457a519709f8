package org.switchlab.kernel;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.switchlab.draw.Html;

/**
 * Finds threads of interrupted cells that still burn a CPU and so disturb every later measurement,
 * and warns of them in the cell's output.
 *
 * <p>A kernel stops a cell by interrupting its thread and no longer waiting for it; a loop that
 * never looks at the interrupt goes on for ever, unseen. Java has no way to end such a thread.
 */
public final class BurningThreads {

  // A thread that has just done its work needs no longer to come to rest.
  private static final Duration FIRST_LOOK = Duration.ofMillis(1);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  // Together a second: longer than an interrupted experiment takes to end its processes.
  private static final int LOOKS = 50;

  // In that second: little for a loop even on a crowded machine, much for a thread that waits.
  private static final long BURNT_NS = 20_000_000;

  private final String namePrefix;
  private final Screen screen;
  private final Set<Long> told = new HashSet<>();

  /**
   * Will look at the threads that evaluate cells, whose names begin with {@code namePrefix}, and
   * warn on {@code screen}.
   */
  public BurningThreads(String namePrefix, Screen screen) {
    this.namePrefix = namePrefix;
    this.screen = screen;
  }

  /** Warns of those not warned of yet: after each cell, the same words each time help nobody. */
  public synchronized void afterCell() {
    warn(find(told));
  }

  /** Warns of all: before a measurement, which they spoil. */
  public synchronized void beforeMeasurement() {
    warn(find(Set.of()));
  }

  private void warn(Map<Long, String> burning) {
    if (!burning.isEmpty()) {
      told.addAll(burning.keySet());
      String text =
          "An interrupted cell still burns a CPU ("
              + String.join(", ", burning.values())
              + "), which disturbs every measurement. Java cannot end it: restart the kernel.";
      String html =
          "<div class=\"switchlab-warning\"><b>⚠ Warning</b> " + Html.escape(text) + "</div>";
      screen.show(
          "switchlab-warning-" + UUID.randomUUID(), Map.of(Views.HTML, html, Views.TEXT, text));
    }
  }

  /**
   * The evaluating threads that have been using a CPU for a second, other than the calling one.
   * Returns at once if no thread claims to be running.
   *
   * @param except identifiers of threads that are not looked at
   * @return each thread's identifier with its name and where it is
   */
  Map<Long, String> find(Set<Long> except) {
    List<Thread> suspects = running(except);
    // Asked for only now: the management classes take their time to load.
    return suspects.isEmpty() ? Map.of() : watch(suspects, ManagementFactory.getThreadMXBean());
  }

  private Map<Long, String> watch(List<Thread> suspects, ThreadMXBean cpu) {
    Map<Long, Long> beforeNs = new HashMap<>();
    suspects.forEach(
        thread -> beforeNs.put(thread.threadId(), cpu.getThreadCpuTime(thread.threadId())));
    List<Thread> left = suspects;
    try {
      for (int look = 0; look < LOOKS && !left.isEmpty(); look++) {
        Thread.sleep(look == 0 ? FIRST_LOOK : BETWEEN_LOOKS);
        left = left.stream().filter(BurningThreads::isRunning).toList();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
    Map<Long, String> burning = new TreeMap<>();
    for (Thread thread : left) {
      long id = thread.threadId();
      if (cpu.getThreadCpuTime(id) - beforeNs.getOrDefault(id, 0L) >= BURNT_NS) {
        burning.put(id, describe(thread));
      }
    }
    return burning;
  }

  // By the group all of the kernel's threads are in: the other ways stop the threads to look.
  private List<Thread> running(Set<Long> except) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    Thread[] threads = new Thread[2 * group.activeCount() + 16];
    return Arrays.stream(threads, 0, group.enumerate(threads))
        .filter(thread -> thread.getName().startsWith(namePrefix))
        .filter(thread -> !thread.equals(Thread.currentThread()))
        .filter(thread -> !except.contains(thread.threadId()))
        .filter(BurningThreads::isRunning)
        .toList();
  }

  private static boolean isRunning(Thread thread) {
    return thread.getState() == Thread.State.RUNNABLE;
  }

  private static String describe(Thread thread) {
    String place =
        Arrays.stream(thread.getStackTrace()).findFirst().map(frame -> " in " + frame).orElse("");
    return "thread " + thread.getName() + place;
  }
}
