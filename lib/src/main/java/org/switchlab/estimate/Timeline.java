package org.switchlab.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.sample.Side;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Step;
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
    List<Long> ends = roundEnds(variant);
    int length = Math.min(rounds, ends.size() - 1);
    int begin =
        IntStream.range(0, ends.size() - length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> ends.get(i + length) - ends.get(i)))
            .toList()
            .get((ends.size() - length - 1) / 2);
    return between(variant, ends.get(begin), ends.get(begin + length));
  }

  /**
   * What one message takes of {@code activity}, in ns: the median of the rounds, of which each
   * holds one message in single and two in pair. A switch is counted once, although both take part
   * in it.
   */
  public double messageNs(Variant variant, Activity activity) {
    List<Long> ends = roundEnds(variant);
    double[] roundsNs =
        IntStream.range(1, ends.size())
            .mapToDouble(i -> timeNs(between(variant, ends.get(i - 1), ends.get(i)), activity))
            .toArray();
    return Median.withDefaults().evaluate(roundsNs) / messages(variant);
  }

  private static int messages(Variant variant) {
    return variant == Variant.PAIR ? 2 : 1;
  }

  private static double timeNs(List<Span> spans, Activity activity) {
    return spans.stream()
        .filter(span -> span.activity() == activity)
        .filter(span -> activity != Activity.SWITCH || span.side() == Side.PARENT)
        .mapToLong(Span::durationNs)
        .sum();
  }

  /** Switches seen in the trace: the passages of the CPU from one process to the other. */
  public long switchesSeen() {
    return spans.stream()
        .filter(span -> span.activity() == Activity.SWITCH && span.side() == Side.PARENT)
        .count();
  }

  private List<Span> between(Variant variant, long fromNs, long toNs) {
    return spans.stream()
        .filter(span -> span.variant() == variant && span.touches(fromNs, toNs))
        .map(span -> span.within(fromNs, toNs))
        .toList();
  }

  /** The beginning and the end of each round, as the sending process sees them. */
  private List<Long> roundEnds(Variant variant) {
    Step last = variant == Variant.PAIR ? Step.READ : Step.WALKED;
    List<Stamp> stamps = trace.of(variant);
    return stamps.stream()
        .filter(stamp -> stamp.side() == Side.PARENT)
        .filter(stamp -> stamp.step() == last || stamp.step() == Step.BEGUN)
        .map(stamp -> stamp.timeNs() - stamps.getFirst().timeNs())
        .toList();
  }
}
