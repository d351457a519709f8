package org.switchlab.os;

import java.util.List;
import java.util.stream.Stream;

/**
 * A thread that may run on one logical CPU only, until this is closed.
 *
 * {@snippet :
 * try (var pin = Affinity.pin(1)) {
 *   …  // this kernel thread runs on CPU 1
 * }
 * }
 *
 * <p>Affinity belongs to a kernel thread. The scope remembers which one and gives back that one's
 * former CPUs, from whatever thread it is closed; if it ended meanwhile, nothing is left to do. In
 * a notebook each cell may run on another kernel thread: open, use and close a scope in one cell.
 * Close nested scopes in reverse order. Threads and processes started inside inherit the pin.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/sched_setaffinity.2.html">
 *     sched_setaffinity(2)</a>
 */
public final class Affinity implements AutoCloseable {

  private final Restoration restoration;

  private Affinity(int tid, int cpu) {
    requireAllowed(tid, cpu);
    CpuMask former = CpuMask.of(tid);
    restoration = new Restoration(() -> former.applyTo(tid));
    CpuMask.only(cpu).applyTo(tid);
  }

  /** The CPUs that the calling thread may run on, ascending. */
  public static List<Integer> allowed() {
    return CpuMask.of(KernelThread.current()).cpus();
  }

  /**
   * The CPUs that process or thread {@code pid} may run on, ascending.
   *
   * @throws NativeException if there is none such (ESRCH)
   */
  public static List<Integer> allowed(long pid) {
    return CpuMask.of(KernelThread.requirePid(pid)).cpus();
  }

  /**
   * Pins the calling thread.
   *
   * @throws IllegalArgumentException if {@code cpu} is not there or not allowed; names those that
   *     are
   * @throws IllegalStateException on a virtual thread
   */
  public static Affinity pin(int cpu) {
    return new Affinity(KernelThread.current(), cpu);
  }

  /**
   * Pins process or thread {@code pid}; of a process with several threads its first one.
   *
   * @throws IllegalArgumentException if {@code cpu} is not there or not allowed; names those that
   *     are
   * @throws NotPermittedException if it is another user's
   * @throws NativeException if there is none such (ESRCH)
   */
  public static Affinity pin(long pid, int cpu) {
    return new Affinity(KernelThread.requirePid(pid), cpu);
  }

  /** Runs {@code body} with the calling thread pinned; conditions as in {@link #pin(int)}. */
  public static <X extends Exception> void pinned(int cpu, Body<X> body) throws X {
    try (var _ = pin(cpu)) {
      body.run();
    }
  }

  /** Gives the thread its former CPUs back; a second close does nothing. */
  @Override
  public void close() {
    restoration.run();
  }

  /**
   * What this JVM was started with counts too, so that a pinned thread can be pinned elsewhere. The
   * kernel would allow more after {@code taskset}; whoever limited this JVM meant it.
   */
  private static void requireAllowed(int tid, int cpu) {
    List<Integer> allowed =
        Stream.concat(allowed(tid).stream(), allowed(KernelThread.primordial()).stream())
            .distinct()
            .sorted()
            .toList();
    if (!allowed.contains(cpu)) {
      throw new IllegalArgumentException(
          "CPU %d is not there or not allowed; allowed: %s".formatted(cpu, allowed));
    }
  }
}
