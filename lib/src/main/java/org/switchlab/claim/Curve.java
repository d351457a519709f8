package org.switchlab.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassContrast;
import org.switchlab.estimate.PassContrast.Term;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * Switch cost over array size, pooled over strides: at each size that all of them were measured at,
 * the mean over the strides. What a claim says of several strides at once is tested on this one
 * curve, which their noise blurs less than each.
 *
 * @param stridesBytes the strides, in bytes, rising
 * @param points the costs at each size, in bytes, one for each stride
 */
record Curve(List<Long> stridesBytes, NavigableMap<Long, List<CostEstimate>> points) {

  /** Of the points with these strides that were measured at all. */
  static Curve of(List<CostEstimate> estimates) {
    List<CostEstimate> measured =
        estimates.stream().filter(e -> !e.passes().isEmpty() && !e.point().isDirect()).toList();
    List<Long> strides = List.copyOf(new TreeSet<>(measured.stream().map(Curve::stride).toList()));
    NavigableMap<Long, List<CostEstimate>> points =
        measured.stream()
            .sorted(Comparator.comparingLong(Curve::stride))
            .collect(
                Collectors.groupingBy(
                    e -> e.point().arrayBytes(), TreeMap::new, Collectors.toList()));
    points.values().removeIf(costs -> costs.size() < strides.size());
    return new Curve(strides, points);
  }

  private static long stride(CostEstimate estimate) {
    return estimate.point().strideBytes();
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /** The sizes above {@code low}, up to and with {@code high} bytes. */
  List<Long> between(long low, long high) {
    return low >= high ? List.of() : List.copyOf(points.subMap(low, false, high, true).keySet());
  }

  /** The sizes above {@code low} bytes. */
  List<Long> above(long low) {
    return between(low, Long.MAX_VALUE);
  }

  /** The sizes up to and with {@code high} bytes. */
  List<Long> upTo(long high) {
    return between(0, high);
  }

  /** The smallest size; there must be one. */
  long smallest() {
    return points.firstKey();
  }

  /** The largest size; there must be one. */
  long largest() {
    return points.lastKey();
  }

  /**
   * The largest size that fits a cache and fills more than half of it: "at the cache's size" on a
   * grid that need not contain it.
   */
  OptionalLong fitting(long cacheBytes) {
    return between(cacheBytes / 2, cacheBytes).stream().mapToLong(Long::longValue).max();
  }

  /** The cost at one size. */
  PassContrast at(long bytes) {
    return weighted(Map.of(bytes, 1.0));
  }

  /** The mean cost over sizes. */
  PassContrast mean(List<Long> sizes) {
    return weighted(weights(sizes, _ -> 1.0 / sizes.size()));
  }

  /** What the first size costs beyond the second. */
  PassContrast difference(long more, long less) {
    return weighted(Map.of(more, 1.0, less, -1.0));
  }

  /**
   * By how much the cost rises from the first of these sizes to the last along a straight line over
   * their logarithms: all sizes have a say in it, and no single one decides.
   */
  PassContrast rise(List<Long> sizes) {
    double mean = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
    double squares = sizes.stream().mapToDouble(s -> Math.pow(Math.log(s) - mean, 2)).sum();
    double span = Math.log(sizes.getLast()) - Math.log(sizes.getFirst());
    return weighted(weights(sizes, s -> span * (Math.log(s) - mean) / squares));
  }

  private static Map<Long, Double> weights(List<Long> sizes, ToDoubleFunction<Long> weight) {
    Map<Long, Double> weights = new TreeMap<>();
    sizes.forEach(size -> weights.merge(size, weight.applyAsDouble(size), Double::sum));
    return weights;
  }

  private PassContrast weighted(Map<Long, Double> weights) {
    List<Term> terms = new ArrayList<>();
    weights.forEach(
        (size, weight) ->
            costs(size).forEach(cost -> terms.add(new Term(cost, weight / stridesBytes.size()))));
    return new PassContrast(terms);
  }

  /** The cost at one size of a curve of one stride. */
  CostEstimate cost(long bytes) {
    return costs(bytes).getFirst();
  }

  /** The costs at one size, one for each stride. */
  List<CostEstimate> costs(long bytes) {
    List<CostEstimate> costs = points.get(bytes);
    if (costs == null) {
      throw new IllegalArgumentException(
          "not every stride was measured at %s".formatted(Units.bytes(bytes)));
    }
    return costs;
  }

  /** Whether all strides were measured at a size. */
  boolean has(long bytes) {
    return points.containsKey(bytes);
  }

  /** What one of the strides costs beyond another at a size. */
  PassContrast betweenStrides(long bytes, long moreBytes, long lessBytes) {
    List<CostEstimate> costs = costs(bytes);
    return PassContrast.difference(
        costs.get(stridesBytes.indexOf(moreBytes)), costs.get(stridesBytes.indexOf(lessBytes)));
  }

  /** For instance {@code 1.48 µs [1.45, 1.51] at 32 KiB}. */
  String show(long bytes) {
    return Intervals.cost(at(bytes)) + " at " + Units.bytes(bytes);
  }

  /** For instance {@code mean of strides 32, 64 B}. */
  String strides() {
    String list = stridesBytes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return stridesBytes.size() == 1
        ? "stride " + list + " B"
        : "mean of %s (%s B)".formatted(Plural.of(stridesBytes.size(), "stride"), list);
  }
}
