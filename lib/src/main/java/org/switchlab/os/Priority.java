package org.switchlab.os;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A thread under SCHED_FIFO, which runs before every ordinary task and is not preempted by one,
 * until this is closed: sched(7).
 *
 * <p>As with {@link Affinity}, a scope belongs to one kernel thread, and what starts inside
 * inherits the policy. A real-time thread that never waits keeps its CPU from everything else, this
 * JVM's collector included, but for the share that {@code kernel.sched_rt_runtime_us} leaves.
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

  private static final int MOST_DEMANDING = -20;
  private static final int LEAST_DEMANDING = 19;
  private static final int PRIO_PROCESS = 0; // sys/resource.h

  private final KernelThread.Restoration restoration;

  private Priority(int tid, int priority) {
    if (priority < LOWEST || priority > HIGHEST) {
      throw new IllegalArgumentException(
          "SCHED_FIFO priority is %d; it must be %d..%d".formatted(priority, LOWEST, HIGHEST));
    }
    Policy former = Policy.of(tid);
    restoration = new KernelThread.Restoration(() -> former.applyTo(tid));
    Policy.fifo(priority).applyTo(tid);
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

  /** Puts process or thread {@code pid} under it; of a process with several threads its first. */
  public static Priority fifo(long pid, int priority) {
    return new Priority(KernelThread.requirePid(pid), priority);
  }

  /**
   * Whether the kernel grants SCHED_FIFO to this process: asked, on a thread of its own, because
   * capabilities of a user namespace and limits of a container look like rights and may be none.
   */
  public static boolean isFifoGranted() {
    LibC.gettid(); // native code that cannot be loaded is told to the caller
    var granted = new AtomicBoolean();
    Thread asking = Thread.ofPlatform().start(() -> granted.set(isGrantedHere()));
    boolean interrupted = false;
    while (asking.isAlive()) {
      try {
        asking.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return granted.get();
  }

  private static boolean isGrantedHere() {
    try (var _ = fifo(LOWEST)) {
      return true;
    } catch (NativeException e) {
      return false;
    }
  }

  /** Runs {@code body} under SCHED_FIFO; conditions as in {@link #fifo(int)}. */
  public static <X extends Exception> void atFifo(int priority, Body<X> body) throws X {
    try (var _ = fifo(priority)) {
      body.run();
    }
  }

  /**
   * Lets an ordinary thread stand back when others want its CPU, for good: setpriority(2).
   *
   * @param niceness -20 (most demanding) to 19; lowering it again needs a right
   */
  public static void setNiceness(long tid, int niceness) {
    if (niceness < MOST_DEMANDING || niceness > LEAST_DEMANDING) {
      throw new IllegalArgumentException(
          "niceness is %d; it must be %d..%d".formatted(niceness, MOST_DEMANDING, LEAST_DEMANDING));
    }
    LibC.check(
        LibC.setpriority(PRIO_PROCESS, KernelThread.requirePid(tid), niceness),
        "setpriority(PRIO_PROCESS, %d, %d)".formatted(tid, niceness),
        "raise the limit (ulimit -e) or keep the niceness it has");
  }

  /** Gives the thread its former policy back; a second close does nothing. */
  @Override
  public void close() {
    restoration.run();
  }

  /** A policy, with its flags, and a priority, 0 unless real-time: sched_setscheduler(2). */
  record Policy(int number, int priority) {

    private static final int FIFO = 1;

    static Policy fifo(int priority) {
      return new Policy(FIFO, priority);
    }

    static Policy of(int tid) {
      int number = LibC.sched_getscheduler(tid);
      int[] priority = new int[1];
      int answer = number < 0 ? number : LibC.sched_getparam(tid, priority);
      LibC.check(answer, "sched_getscheduler(%d)".formatted(tid), "");
      return new Policy(number, priority[0]);
    }

    void applyTo(int tid) {
      String name = number == FIFO ? "SCHED_FIFO" : "policy " + number;
      LibC.check(
          LibC.sched_setscheduler(tid, number, new int[] {priority}),
          "sched_setscheduler(%d, %s, %d)".formatted(tid, name, priority),
          REMEDY);
    }
  }
}
