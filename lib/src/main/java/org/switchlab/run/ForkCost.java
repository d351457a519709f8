package org.switchlab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What starting one child cost a process that had touched memory, measured in the runner.
 *
 * <p>{@code fork} copies the page tables of all that memory and write-protects it, so that the
 * parent stands still during the call and pays a page fault for each page it writes afterwards.
 * {@code vfork} copies nothing.
 *
 * @param way which call started the child
 * @param touchedBytes memory the parent had touched, in bytes
 * @param durationNs how long the call kept the parent, in ns; of {@code vfork} this includes the
 *     child's end
 * @param touchNs how long the parent took to write to each page once afterwards, in ns
 * @see <a href="https://man7.org/linux/man-pages/man2/fork.2.html">fork(2)</a>
 */
public record ForkCost(Way way, long touchedBytes, long durationNs, long touchNs) {

  /** How a child is started. */
  public enum Way {
    /** {@code fork(2)}: the child gets a copy of the parent's page tables. */
    FORK,
    /** {@code vfork(2)}: the child borrows the parent's memory, and the parent waits. */
    VFORK
  }

  private static final long SMALL_PAGE_BYTES = 4_096;
  private static final Map<String, Way> WAYS = Map.of("fork", Way.FORK, "vfork", Way.VFORK);

  /** Most of it goes into page faults, of which a second holds hundreds of thousands. */
  private static final Duration LONGEST_CHILD = Duration.ofMinutes(1);

  /**
   * Starts {@code count} children each way, in turn, from a fresh process that has touched {@code
   * touchedBytes} on ordinary pages.
   *
   * @param touchedBytes memory to touch, in bytes; a multiple of 8, 0 for none
   * @param count children of each way, 1 or more
   * @throws RunnerException if the process failed, for instance because memory ran out
   * @throws InterruptedException if the calling thread was interrupted; nothing is left then
   */
  public static List<ForkCost> measure(long touchedBytes, int count)
      throws RunnerException, InterruptedException {
    return measure(touchedBytes, count, SMALL_PAGE_BYTES);
  }

  /**
   * The same on pages of another size.
   *
   * @param pageBytes 4096, or 2097152 for transparent huge pages, of which the kernel grants what
   *     it has
   */
  public static List<ForkCost> measure(long touchedBytes, int count, long pageBytes)
      throws RunnerException, InterruptedException {
    return measure(RunnerImage.executable(), touchedBytes, count, pageBytes);
  }

  static List<ForkCost> measure(Path executable, long touchedBytes, int count, long pageBytes)
      throws RunnerException, InterruptedException {
    List<String> arguments =
        List.of(
            "fork-cost",
            "--array-bytes",
            Long.toString(touchedBytes),
            "--count",
            Integer.toString(count),
            "--page-bytes",
            Long.toString(pageBytes));
    List<ForkCost> costs = new ArrayList<>();
    try (RunnerProcess process = RunnerProcess.start(executable, arguments)) {
      process.greet(TimeLimits.BY_HAND);
      while (costs.size() < count * Way.values().length) {
        costs.add(process.child(touchedBytes, LONGEST_CHILD));
      }
      process.finish(LONGEST_CHILD);
    }
    return costs;
  }

  static ForkCost parse(ProtocolLine line, long touchedBytes) throws MalformedLineException {
    Way way = WAYS.get(line.text("way"));
    if (way == null) {
      throw new MalformedLineException("way is neither fork nor vfork", line.text());
    }
    return new ForkCost(way, touchedBytes, line.number("durationNs", 0), line.number("touchNs", 0));
  }

  /** {@code fork} or {@code vfork}. */
  public String call() {
    return way.name().toLowerCase(Locale.ROOT);
  }
}
