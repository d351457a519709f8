package org.switchlab.os;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A thread that may run on one logical CPU only, until this is closed: sched_setaffinity(2).
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
 */
public final class Affinity implements AutoCloseable {

  private final KernelThread.Restoration restoration;

  private Affinity(int tid, int cpu) {
    requireAllowed(tid, cpu);
    Mask former = Mask.of(tid);
    restoration = new KernelThread.Restoration(() -> former.applyTo(tid));
    new Mask(List.of(cpu)).applyTo(tid);
  }

  /** The CPUs that the calling thread may run on, ascending. */
  public static List<Integer> allowed() {
    return Mask.of(KernelThread.current()).cpus();
  }

  /** The CPUs that process or thread {@code pid} may run on, ascending; ESRCH if there is none. */
  public static List<Integer> allowed(long pid) {
    return Mask.of(KernelThread.requirePid(pid)).cpus();
  }

  /**
   * Pins the calling thread.
   *
   * @throws IllegalArgumentException if {@code cpu} is not there or not allowed
   * @throws IllegalStateException on a virtual thread
   */
  public static Affinity pin(int cpu) {
    return new Affinity(KernelThread.current(), cpu);
  }

  /** Pins process or thread {@code pid}; of a process with several threads its first one. */
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

  /** The CPUs that the scheduler may give to a thread, ascending, as the kernel's cpu_set_t. */
  record Mask(List<Integer> cpus) {

    /** Room for 8192 CPUs, NR_CPUS of the largest kernels; with less sched_getaffinity refuses. */
    private static final int BYTES = 1024;

    static Mask of(int tid) {
      byte[] mask = new byte[BYTES];
      int answer = LibC.sched_getaffinity(tid, BYTES, mask);
      LibC.check(answer, "sched_getaffinity(%d)".formatted(tid), "");
      return fromBytes(mask);
    }

    void applyTo(int tid) {
      LibC.check(
          LibC.sched_setaffinity(tid, BYTES, toBytes()),
          "sched_setaffinity(%d, %s)".formatted(tid, cpus),
          "only the owner of a process or CAP_SYS_NICE can move it, and only inside its cpuset");
    }

    /** The kernel's words are 64 bits wide, in little-endian order on both architectures. */
    static Mask fromBytes(byte[] mask) {
      return new Mask(BitSet.valueOf(mask).stream().boxed().toList());
    }

    byte[] toBytes() {
      var bits = new BitSet();
      cpus.forEach(bits::set);
      return Arrays.copyOf(bits.toByteArray(), BYTES);
    }
  }
}
