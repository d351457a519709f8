package org.switchlab.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Stamp.Step;
import org.switchlab.sample.Variant;

/**
 * Turns time stamps into what each process did when.
 *
 * <p>Both processes share one CPU, so the stamps of both, in order of time, tell who had it: from
 * one stamp to the next of the <em>same</em> process that process ran, doing what the later stamp
 * names, and the other was switched out. Between stamps of <em>different</em> processes lies a
 * switch, wherever in the system calls the kernel made it: usually in a read that waits, but a
 * scheduler that lets the woken process preempt its waker makes it in the write.
 */
final class Spans {

  private Spans() {}

  /**
   * The spans of one flow, by process and then by time; those of a process have no gap.
   *
   * @param stamps those of the flow, in order of time
   */
  static List<Span> of(List<Stamp> stamps, Variant variant) {
    Stream<Side> sides =
        variant == Variant.PAIR ? Stream.of(Side.values()) : Stream.of(Side.PARENT);
    return sides.flatMap(side -> of(stamps, variant, side).stream()).toList();
  }

  private static List<Span> of(List<Stamp> stamps, Variant variant, Side side) {
    List<Span> spans = new ArrayList<>();
    for (int i = 1; i < stamps.size(); i++) {
      Stamp from = stamps.get(i - 1);
      Stamp to = stamps.get(i);
      long originNs = stamps.getFirst().timeNs();
      var span =
          new Span(
              variant,
              side,
              activity(from, to, side),
              from.timeNs() - originNs,
              to.timeNs() - originNs);
      addOrExtend(spans, span);
    }
    return spans;
  }

  private static Activity activity(Stamp from, Stamp to, Side side) {
    if (from.side() != to.side()) {
      return Activity.SWITCH;
    }
    if (to.side() != side) {
      return Activity.SWITCHED_OUT;
    }
    return to.step() == Step.WALKED ? Activity.WALK : Activity.SYSTEM_CALL;
  }

  /** All that the other process does in its turn is one absence. */
  private static void addOrExtend(List<Span> spans, Span span) {
    boolean goesOn =
        !spans.isEmpty()
            && span.activity() == Activity.SWITCHED_OUT
            && spans.getLast().activity() == Activity.SWITCHED_OUT;
    spans.add(goesOn ? spans.removeLast().until(span.endNs()) : span);
  }
}
