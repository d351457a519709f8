package org.switchlab.estimate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.Median;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterEvent;
import org.switchlab.counter.Level;
import org.switchlab.counter.PhaseCounts;
import org.switchlab.counter.Space;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;

/**
 * The curves that counts make over array size: medians over the repetitions with bootstrap
 * intervals. A single repetition has an interval of no width; {@link #repetitions()} tells.
 */
public final class CountCurves {

  private static final int RESAMPLES = 1000;
  private static final double LEVEL = 0.95;

  private final List<PhaseCounts> counts;
  private final Space space;
  private final ClusterBootstrap bootstrap;

  private CountCurves(List<PhaseCounts> counts, Space space, long seed) {
    this.counts = List.copyOf(counts);
    this.space = space;
    this.bootstrap = new ClusterBootstrap(RESAMPLES, LEVEL, seed);
  }

  /**
   * The curves of everything counted in both spaces together or, where the kernel's part of {@code
   * event} was not counted, in user space.
   *
   * @param seed of the resampling
   */
  public static CountCurves of(List<PhaseCounts> counts, CounterEvent event, long seed) {
    boolean both = counts.stream().allMatch(one -> one.count(event, Space.ALL) != null);
    return new CountCurves(counts, both ? Space.ALL : Space.USER, seed);
  }

  /** Where the counts were taken. */
  public Space space() {
    return space;
  }

  /** How often each phase was counted; the fewest, if not all alike. */
  public int repetitions() {
    return counts.stream().collect(groupingBy(PhaseCounts::phase)).values().stream()
        .mapToInt(List::size)
        .min()
        .orElse(0);
  }

  /** The levels counted, in the order of {@link Level}. */
  public List<Level> levels() {
    return counts.stream().map(CountCurves::level).distinct().sorted().toList();
  }

  /** The strides counted at {@code level}, in bytes, rising. */
  public List<Long> stridesBytes(Level level) {
    return counts.stream()
        .filter(one -> level(one) == level)
        .map(one -> one.phase().point().strideBytes())
        .distinct()
        .sorted()
        .toList();
  }

  /** The curve of one event; without sizes if it was not counted. */
  public CountCurve curve(
      Level level, long strideBytes, Variant variant, CounterEvent event, CountUnit unit) {
    List<Long> sizes = new ArrayList<>();
    List<Estimate> values = new ArrayList<>();
    bySize(level, strideBytes, variant)
        .forEach(
            (bytes, same) -> {
              double[] observed = values(same, event, unit);
              if (observed.length > 0) {
                sizes.add(bytes);
                values.add(bootstrap.estimate(List.of(observed), Median.withDefaults()::evaluate));
              }
            });
    return new CountCurve(sizes, values);
  }

  /** What each repetition counted at each size, by rising size, in the order counted. */
  public Map<Long, double[]> repetitions(
      Level level, long strideBytes, Variant variant, CounterEvent event, CountUnit unit) {
    Map<Long, double[]> repetitions = new TreeMap<>();
    bySize(level, strideBytes, variant)
        .forEach((bytes, same) -> repetitions.put(bytes, values(same, event, unit)));
    return repetitions;
  }

  private Map<Long, List<PhaseCounts>> bySize(Level level, long strideBytes, Variant variant) {
    Stream<PhaseCounts> these =
        counts.stream()
            .filter(one -> level(one) == level)
            .filter(one -> one.phase().variant() == variant)
            .filter(one -> one.phase().point().strideBytes() == strideBytes);
    return these.collect(
        groupingBy(one -> one.phase().point().arrayBytes(), TreeMap::new, toList()));
  }

  private double[] values(List<PhaseCounts> same, CounterEvent event, CountUnit unit) {
    return same.stream()
        .map(one -> value(one, event, unit))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private @Nullable Double value(PhaseCounts one, CounterEvent event, CountUnit unit) {
    Long count = one.count(event, space);
    Double divisor =
        switch (unit) {
          case PER_MESSAGE -> Double.valueOf((double) one.phase().messages());
          case PER_THOUSAND_INSTRUCTIONS -> thousands(one.count(CounterEvent.INSTRUCTIONS, space));
        };
    return count == null || divisor == null ? null : Double.valueOf(count.doubleValue() / divisor);
  }

  private static @Nullable Double thousands(@Nullable Long instructions) {
    return instructions == null || instructions == 0 ? null : Double.valueOf(instructions / 1e3);
  }

  private static Level level(PhaseCounts one) {
    return Level.ofSubject(one.phase().point().subject());
  }
}
