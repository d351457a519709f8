package org.switchlab.os;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counters that count together or not at all, on one task and on what it starts, until this is
 * closed.
 *
 * <p>A task is a kernel thread: of a process with several threads it is the first one. Threads and
 * processes that it starts after {@link #open} inherit the counters: enabling and disabling reaches
 * theirs too, and a read adds what they counted, alive or ended. The kernel must be 4.13 or newer:
 * before, it refused inherited groups with EINVAL.
 *
 * <p>A group can be enabled, read and closed from any thread, but by one at a time.
 */
public final class PerfGroup implements AutoCloseable {

  /** When a group begins to count. */
  public enum Start {
    /** At {@link #enable}. */
    ON_ENABLE,
    /** When the task executes another program, which is then counted from its first instruction. */
    ON_EXEC
  }

  static final long ENABLE = 0x2400;
  static final long DISABLE = 0x2401;
  private static final int NO_GROUP = -1;

  private final PerfKernel kernel;
  private final List<PerfCounter> counters;
  private final List<Integer> descriptors = new ArrayList<>();

  private PerfGroup(PerfKernel kernel, int tid, List<PerfCounter> counters, Start start) {
    this.kernel = kernel;
    this.counters = List.copyOf(counters);
    if (counters.isEmpty()) {
      throw new IllegalArgumentException("no events to count: name at least one");
    }
    try {
      counters.forEach(counter -> descriptors.add(openOne(counter, tid, start)));
    } catch (NativeException e) {
      close();
      throw e;
    }
  }

  /**
   * Opens a group on process or thread {@code pid}.
   *
   * @throws NativeException if it may not be counted, saying what mends that, or cannot be at once
   */
  public static PerfGroup open(
      PerfKernel kernel, long pid, List<PerfCounter> counters, Start start) {
    return new PerfGroup(kernel, KernelThread.requirePid(pid), counters, start);
  }

  /** Opens a group on the calling thread; it counts from {@link #enable} on. */
  public static PerfGroup onThisThread(PerfKernel kernel, List<PerfCounter> counters) {
    return new PerfGroup(kernel, KernelThread.current(), counters, Start.ON_ENABLE);
  }

  /** What it counts, in the order of {@link Reading#values}. */
  public List<PerfCounter> counters() {
    return counters;
  }

  /** Begins or goes on counting. */
  public void enable() {
    control(ENABLE, "PERF_EVENT_IOC_ENABLE");
  }

  /** Stops counting; the counts stay. */
  public void disable() {
    control(DISABLE, "PERF_EVENT_IOC_DISABLE");
  }

  /** What was counted since the group was opened, unless it was multiplexed. */
  public Reading read() {
    return Reading.of(raw());
  }

  /** What was counted while the group had counters, be that all the time or not. */
  public Reading readPart() {
    return Reading.part(raw());
  }

  private long[] raw() {
    long[] group = new long[Reading.HEADER_LONGS + counters.size()];
    byte[] bytes = new byte[group.length * Long.BYTES];
    long count = kernel.read(leader(), bytes);
    if (count != bytes.length) {
      throw NativeException.of(
          "read(%d) of a group of events".formatted(leader()), (int) Math.max(0, -count), "");
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asLongBuffer().get(group);
    return group;
  }

  /** Ends counting; a second close does nothing. */
  @Override
  public void close() {
    descriptors.forEach(kernel::close);
    descriptors.clear();
  }

  private int leader() {
    if (descriptors.isEmpty()) {
      throw new IllegalStateException("the group was closed");
    }
    return descriptors.getFirst();
  }

  private void control(long request, String name) {
    int answer = kernel.control(leader(), request);
    if (answer < 0) {
      throw NativeException.of("ioctl(%d, %s)".formatted(leader(), name), -answer, "");
    }
  }

  private int openOne(PerfCounter counter, int tid, Start start) {
    boolean leader = descriptors.isEmpty();
    int descriptor =
        kernel.open(counter.attributes(leader, start), tid, leader ? NO_GROUP : leader());
    if (descriptor < 0) {
      throw NativeException.of(
          "perf_event_open(%s, pid %d)".formatted(counter, tid),
          -descriptor,
          counter.remedy(-descriptor));
    }
    return descriptor;
  }

  /**
   * What a group had counted at one moment.
   *
   * @param values the count of each counter; a clock's in ns
   * @param enabledNs how long the group was to count while its tasks ran, in ns
   * @param runningNs how long of that it did, in ns
   */
  public record Reading(List<Long> values, long enabledNs, long runningNs) {

    /** Longs before the counts: how many there are, time enabled, time running. */
    static final int HEADER_LONGS = 3;

    /** Keeps an immutable copy. */
    public Reading {
      values = List.copyOf(values);
    }

    static Reading of(long[] group) {
      Reading reading = part(group);
      if (reading.runningNs < reading.enabledNs) {
        throw new MultiplexedException(reading.enabledNs, reading.runningNs);
      }
      return reading;
    }

    private static Reading part(long[] group) {
      List<Long> values = Arrays.stream(group).skip(HEADER_LONGS).boxed().toList();
      return new Reading(values, group[1], group[2]);
    }
  }

  /**
   * The processor had not counters enough for a group all the time, so what it counted is a part.
   *
   * <p>The kernel leaves it to the reader to scale such counts up; here they are refused.
   */
  public static final class MultiplexedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Of a group.
     *
     * @param enabledNs how long it was to count, in ns
     * @param runningNs how long it did
     */
    public MultiplexedException(long enabledNs, long runningNs) {
      super(
          ("the counters were shared: the group counted during %d of %d ns;"
                  + " ask for fewer hardware events at once, or end what else is counting"
                  + " (perf, the NMI watchdog: sysctl kernel.nmi_watchdog=0)")
              .formatted(runningNs, enabledNs));
    }
  }
}
