package org.switchlab.os;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A group of events, counted together on one task and on what it starts, until this is closed.
 *
 * {@snippet :
 * Counts counts = PerfEvents.counted(List.of(Event.CONTEXT_SWITCHES), () -> Thread.sleep(10));
 * }
 *
 * <p>A task is a kernel thread: of a process with several threads it is the first one. Threads and
 * processes that it starts after {@link #open} are counted too, until they end. A group can be
 * enabled, read and closed from any thread, but by one at a time.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/perf_event_open.2.html">
 *     perf_event_open(2)</a>
 */
public final class PerfEvents implements AutoCloseable {

  static final long ENABLE = 0x2400;
  static final long DISABLE = 0x2401;
  private static final long WHOLE_GROUP = 1;
  private static final long CLOSE_ON_EXEC = 1 << 3;
  private static final long ANY_CPU = -1;
  private static final int NO_GROUP = -1;

  private final List<Event> events;
  private final Ring ring;
  private final List<FileDescriptor> descriptors = new ArrayList<>();

  private PerfEvents(int tid, List<Event> events, Ring ring) {
    this.events = List.copyOf(events);
    this.ring = ring;
    if (events.isEmpty()) {
      throw new IllegalArgumentException("no events to count: name at least one");
    }
    events.forEach(event -> event.requireCountableIn(ring));
    try {
      events.forEach(event -> descriptors.add(openOne(event, tid)));
    } catch (NativeException e) {
      close();
      throw e;
    }
  }

  /**
   * Opens a group on process or thread {@code pid}; it counts from {@link #enable} on.
   *
   * @throws IllegalArgumentException if an event cannot be counted in {@code ring}
   * @throws NotPermittedException without the right to; names what gives it
   * @throws NativeException if the machine has no such counter, or there is no such task
   */
  public static PerfEvents open(long pid, List<Event> events, Ring ring) {
    return new PerfEvents(KernelThread.requirePid(pid), events, ring);
  }

  /** Opens a group on the calling thread; conditions as in {@link #open(long, List, Ring)}. */
  public static PerfEvents open(List<Event> events, Ring ring) {
    return new PerfEvents(KernelThread.current(), events, ring);
  }

  /** What the calling thread counts in both rings while {@code body} runs. */
  public static <X extends Exception> Counts counted(List<Event> events, Body<X> body) throws X {
    return counted(events, Ring.BOTH, body);
  }

  /**
   * What the calling thread counts in {@code ring} while {@code body} runs.
   *
   * @throws MultiplexedException if it was not counted all the time
   */
  public static <X extends Exception> Counts counted(List<Event> events, Ring ring, Body<X> body)
      throws X {
    try (var group = open(events, ring)) {
      group.enable();
      body.run();
      group.disable();
      return group.read();
    }
  }

  /** Begins or goes on counting. */
  public void enable() {
    control(ENABLE, "PERF_EVENT_IOC_ENABLE");
  }

  /** Stops counting; the counts stay. */
  public void disable() {
    control(DISABLE, "PERF_EVENT_IOC_DISABLE");
  }

  /**
   * What was counted since the group was opened.
   *
   * @throws MultiplexedException if the group was not counted all the time it was enabled
   */
  public Counts read() {
    long[] group = new long[Counts.HEADER_LONGS + events.size()];
    byte[] bytes = new byte[group.length * Long.BYTES];
    if (LibC.read(leader(), bytes, bytes.length) != bytes.length) {
      throw LibC.failure("read(%d) of a group of events".formatted(leader()), "");
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asLongBuffer().get(group);
    return Counts.of(events, ring, group);
  }

  /** Ends counting; a second close does nothing. */
  @Override
  public void close() {
    descriptors.forEach(FileDescriptor::close);
  }

  private int leader() {
    return descriptors.getFirst().number();
  }

  private void control(long request, String name) {
    if (LibC.ioctl(leader(), request, WHOLE_GROUP) != 0) {
      throw LibC.failure("ioctl(%d, %s)".formatted(leader(), name), "");
    }
  }

  private FileDescriptor openOne(Event event, int tid) {
    int number = Architecture.current().perfEventOpenNumber();
    int group = descriptors.isEmpty() ? NO_GROUP : leader();
    try (Memory attributes = PerfAttributes.of(event, ring, group == NO_GROUP)) {
      long descriptor = LibC.syscall(number, attributes, tid, ANY_CPU, group, CLOSE_ON_EXEC);
      if (descriptor < 0) {
        throw LibC.failure(
            "perf_event_open(%s, %s, pid %d)".formatted(event.name(), ring, tid),
            PerfRemedy.of(event, ring, LibC.errno()));
      }
      return new FileDescriptor((int) descriptor);
    }
  }
}
