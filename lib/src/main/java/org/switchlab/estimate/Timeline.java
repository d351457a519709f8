package org.switchlab.estimate;

import java.util.List;
import java.util.stream.Stream;
import org.switchlab.sample.Trace;
import org.switchlab.sample.Variant;

/**
 * Who ran when, in a trace of both flows.
 *
 * @param trace the time stamps it follows from
 * @param spans what each process did, by flow, process and time
 */
public record Timeline(Trace trace, List<Span> spans) {

  /** What {@code trace} says. */
  public static Timeline of(Trace trace) {
    return new Timeline(
        trace,
        Stream.of(Variant.values()).flatMap(variant -> Spans.of(trace, variant).stream()).toList());
  }

  /** Keeps an immutable copy. */
  public Timeline {
    spans = List.copyOf(spans);
  }

  /**
   * A typical stretch of one flow: of all stretches of so many rounds, the one of median duration.
   * Its times count from its own beginning.
   *
   * @param rounds how many; where fewer were traced, all
   */
  public List<Span> typical(Variant variant, int rounds) {
    return flow(variant).typical(rounds);
  }

  /** What one message takes of {@code activity}, in ns: see {@link FlowTimeline#messageNs}. */
  public double messageNs(Variant variant, Activity activity) {
    return flow(variant).messageNs(activity).orElse(Double.NaN);
  }

  /** Switches seen in the trace: the passages of the CPU from one process to the other. */
  public long switchesSeen() {
    return flow(Variant.PAIR).switchesSeen();
  }

  private FlowTimeline flow(Variant variant) {
    return FlowTimeline.of(variant, trace.stamps());
  }
}
