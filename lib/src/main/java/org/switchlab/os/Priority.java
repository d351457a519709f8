package org.switchlab.os;

/**
 * A thread under SCHED_FIFO, which runs before every ordinary task and is not preempted by one,
 * until this is closed.
 *
 * <p>The scope remembers the kernel thread and gives back that one's former policy, from whatever
 * thread it is closed; if it ended meanwhile, nothing is left to do. In a notebook each cell may
 * run on another kernel thread: open, use and close a scope in one cell. Close nested scopes in
 * reverse order. Threads and processes started inside inherit the policy. A real-time thread that
 * never waits keeps its CPU from everything else, this JVM's collector included, but for the share
 * that {@code kernel.sched_rt_runtime_us} leaves.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/sched.7.html">sched(7)</a>
 */
public final class Priority implements AutoCloseable {

  /** How to get the right to SCHED_FIFO. */
  public static final String REMEDY =
      "run as root, raise the limit (ulimit -r 99, or rtprio in /etc/security/limits.conf),"
          + " or in a container: docker run --cap-add=SYS_NICE";

  /** What a result without SCHED_FIFO is worth beside others, to end a sentence with. */
  public static final String COMPARABLE_WITHOUT =
      "such a result compares only with others made without SCHED_FIFO";

  private static final int LOWEST = 1;
  private static final int HIGHEST = 99;

  private final Restoration restoration;

  private Priority(int tid, int priority) {
    if (priority < LOWEST || priority > HIGHEST) {
      throw new IllegalArgumentException(
          "SCHED_FIFO priority is %d; it must be %d..%d".formatted(priority, LOWEST, HIGHEST));
    }
    SchedulingPolicy former = SchedulingPolicy.of(tid);
    restoration = new Restoration(() -> former.applyTo(tid));
    SchedulingPolicy.fifo(priority).applyTo(tid);
  }

  /**
   * Puts the calling thread under SCHED_FIFO.
   *
   * @param priority 1 (lowest) to 99
   * @throws NotPermittedException without the right to; names what gives it
   * @throws IllegalStateException on a virtual thread
   */
  public static Priority fifo(int priority) {
    return new Priority(KernelThread.current(), priority);
  }

  /**
   * Puts process or thread {@code pid} under SCHED_FIFO; of a process with several threads its
   * first.
   *
   * @param pid whose policy to change
   * @param priority 1 (lowest) to 99
   * @throws NotPermittedException without the right to; names what gives it
   * @throws NativeException if there is none such (ESRCH)
   */
  public static Priority fifo(long pid, int priority) {
    return new Priority(KernelThread.requirePid(pid), priority);
  }

  /** Runs {@code body} under SCHED_FIFO; conditions as in {@link #fifo(int)}. */
  public static <X extends Exception> void atFifo(int priority, Body<X> body) throws X {
    try (var _ = fifo(priority)) {
      body.run();
    }
  }

  /** Gives the thread its former policy back; a second close does nothing. */
  @Override
  public void close() {
    restoration.run();
  }
}
