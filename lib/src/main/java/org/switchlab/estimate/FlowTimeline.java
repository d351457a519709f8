package org.switchlab.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.switchlab.sample.Stamp;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Stamp.Step;
import org.switchlab.sample.Variant;

/**
 * Who ran when in one flow.
 *
 * @param variant which flow
 * @param stamps its time stamps, in order of time
 * @param spans what each process did, by process and then by time; times count from the first stamp
 */
public record FlowTimeline(Variant variant, List<Stamp> stamps, List<Span> spans) {

  /** Keeps immutable copies. */
  public FlowTimeline {
    stamps = List.copyOf(stamps);
    spans = List.copyOf(spans);
  }

  /** What the stamps of one flow among {@code all} say; nothing if there are none of it. */
  public static FlowTimeline of(Variant variant, List<Stamp> all) {
    List<Stamp> stamps =
        all.stream()
            .filter(stamp -> stamp.variant() == variant)
            .sorted(Comparator.comparingLong(Stamp::timeNs))
            .toList();
    return new FlowTimeline(variant, stamps, Spans.of(stamps, variant));
  }

  /** Rounds that were traced whole. */
  public int rounds() {
    return Math.max(0, roundEnds().size() - 1);
  }

  /**
   * A typical stretch: of all stretches of so many rounds, the one of median duration. Its times
   * count from its own beginning.
   *
   * @param rounds how many; where fewer were traced, all
   */
  public List<Span> typical(int rounds) {
    List<Long> ends = roundEnds();
    int length = Math.min(rounds, rounds());
    if (length == 0) {
      return List.of();
    }
    int begin =
        IntStream.range(0, ends.size() - length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> ends.get(i + length) - ends.get(i)))
            .toList()
            .get((ends.size() - length - 1) / 2);
    return between(ends.get(begin), ends.get(begin + length));
  }

  /**
   * What one message takes of {@code activity}, in ns: the median of the rounds, of which each
   * holds one message in single and two in pair. A switch is counted once, although both take part
   * in it. Absent if no round was traced.
   */
  public OptionalDouble messageNs(Activity activity) {
    List<Long> ends = roundEnds();
    if (rounds() == 0) {
      return OptionalDouble.empty();
    }
    double[] roundsNs =
        IntStream.range(1, ends.size())
            .mapToDouble(i -> timeNs(between(ends.get(i - 1), ends.get(i)), activity))
            .toArray();
    int messages = variant == Variant.PAIR ? 2 : 1;
    return OptionalDouble.of(Median.withDefaults().evaluate(roundsNs) / messages);
  }

  private static double timeNs(List<Span> spans, Activity activity) {
    return spans.stream()
        .filter(span -> span.activity() == activity)
        .filter(span -> activity != Activity.SWITCH || span.side() == Side.PARENT)
        .mapToLong(Span::durationNs)
        .sum();
  }

  /** Switches seen in the stamps: the passages of the CPU from one process to the other. */
  public long switchesSeen() {
    return spans.stream()
        .filter(span -> span.activity() == Activity.SWITCH && span.side() == Side.PARENT)
        .count();
  }

  private List<Span> between(long fromNs, long toNs) {
    return spans.stream()
        .filter(span -> span.touches(fromNs, toNs))
        .map(span -> span.within(fromNs, toNs))
        .toList();
  }

  /** The beginning and the end of each round, as the sending process sees them. */
  private List<Long> roundEnds() {
    Step last = variant == Variant.PAIR ? Step.READ : Step.WALKED;
    return stamps.stream()
        .filter(stamp -> stamp.side() == Side.PARENT)
        .filter(stamp -> stamp.step() == last || stamp.step() == Step.BEGUN)
        .map(stamp -> stamp.timeNs() - stamps.getFirst().timeNs())
        .toList();
  }
}
