package org.switchlab.os;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;

/** A kernel with a processor that is not here: so many counters, these events, those refusals. */
public final class ScriptedPerfKernel implements PerfKernel {

  /** What one {@code perf_event_open} asked for. */
  public record Opened(int type, long config, long flags, int tid, int group) {

    public boolean software() {
      return type == Event.TASK_CLOCK.type();
    }

    public boolean countsKernel() {
      return (flags & PerfCounter.EXCLUDE_KERNEL) == 0;
    }

    public boolean is(Event event) {
      return type == event.type() && config == event.config();
    }
  }

  private static final int FIRST = 1_000_000;

  private final Map<Integer, Opened> open = new HashMap<>();
  private final Map<Integer, Long> counts = new HashMap<>();
  private final List<Opened> history = new ArrayList<>();
  private final List<byte[]> attributes = new ArrayList<>();
  private int next = FIRST;
  private int slots = Integer.MAX_VALUE;
  private int undisturbed = Integer.MAX_VALUE;
  private int descriptors = Integer.MAX_VALUE;
  private Function<Opened, Optional<Errno>> refusal = opened -> Optional.empty();
  private ToLongBiFunction<Opened, Integer> script = (opened, time) -> 0;
  private ToLongFunction<Opened> running = opened -> 1_000;
  private final Map<Integer, Integer> times = new HashMap<>();

  /** The processor has {@code count} counters; the kernel refuses larger groups. */
  public ScriptedPerfKernel slots(int count) {
    slots = count;
    return this;
  }

  /** Somebody else holds counters, so that groups of more than {@code count} take turns. */
  public ScriptedPerfKernel undisturbed(int count) {
    undisturbed = count;
    return this;
  }

  /** The process may have {@code count} descriptors of events. */
  public ScriptedPerfKernel descriptors(int count) {
    descriptors = count;
    return this;
  }

  /** What is refused. */
  public ScriptedPerfKernel refusing(Function<Opened, Optional<Errno>> reason) {
    refusal = reason;
    return this;
  }

  /** What each event counts the first, second, … time it was enabled and disabled. */
  public ScriptedPerfKernel counting(ToLongBiFunction<Opened, Integer> each) {
    script = each;
    return this;
  }

  /** How long of 1000 ns the group of a leader had counters. */
  public ScriptedPerfKernel running(ToLongFunction<Opened> ns) {
    running = ns;
    return this;
  }

  /** Everything that was opened, in order. */
  public List<Opened> history() {
    return List.copyOf(history);
  }

  /** The structures that were handed over, in order. */
  public List<byte[]> attributes() {
    return List.copyOf(attributes);
  }

  /** How many descriptors are open. */
  public int leaks() {
    return open.size();
  }

  @Override
  public int open(byte[] bytes, int tid, int group) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    var opened =
        new Opened(
            buffer.getInt(PerfCounter.TYPE_OFFSET),
            buffer.getLong(PerfCounter.CONFIG_OFFSET),
            buffer.getLong(PerfCounter.FLAGS_OFFSET),
            tid,
            group);
    Optional<Errno> refused = refusal.apply(opened);
    if (refused.isPresent()) {
      return -refused.get().number();
    }
    if (open.size() >= descriptors) {
      return -Errno.EMFILE.number();
    }
    if (!opened.software() && group != -1 && members(group).size() >= slots) {
      return -Errno.EINVAL.number();
    }
    open.put(++next, opened);
    counts.put(next, 0L);
    history.add(opened);
    attributes.add(bytes.clone());
    return next;
  }

  private List<Integer> members(int leader) {
    return open.keySet().stream()
        .filter(fd -> fd == leader || open.get(fd).group() == leader)
        .sorted()
        .toList();
  }

  @Override
  public int control(int descriptor, long request) {
    if (request == PerfGroup.DISABLE) {
      for (int member : members(descriptor)) {
        int time = times.merge(member, 1, Integer::sum);
        counts.merge(member, script.applyAsLong(open.get(member), time), Long::sum);
      }
    }
    return 0;
  }

  @Override
  public long read(int descriptor, byte[] into) {
    List<Integer> members = members(descriptor);
    boolean shared = !open.get(descriptor).software() && members.size() > undisturbed;
    ByteBuffer buffer = ByteBuffer.wrap(into).order(ByteOrder.nativeOrder());
    buffer
        .putLong(members.size())
        .putLong(1_000)
        .putLong(shared ? 700 : running.applyAsLong(open.get(descriptor)));
    members.forEach(member -> buffer.putLong(counts.get(member)));
    return buffer.position();
  }

  @Override
  public void close(int descriptor) {
    if (open.remove(descriptor) == null) {
      throw new IllegalStateException(descriptor + " was closed twice");
    }
  }
}
