package org.switchlab.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * How counts of the same work differ from repetition to repetition, by level.
 *
 * @param heading what was counted, of which source and machine, and the doubts
 * @param series one a level
 */
public record SpreadFigure(Heading heading, List<Series> series) {

  /** Keeps an immutable copy. */
  public SpreadFigure {
    series = List.copyOf(series);
  }

  /**
   * The counts of one level.
   *
   * @param name for the legend: {@code kernel level}
   * @param repetitions counts a message by array size, in bytes
   */
  public record Series(String name, Map<Long, double[]> repetitions) {

    /** Keeps an immutable copy of the map. */
    public Series {
      repetitions = Map.copyOf(repetitions);
    }

    /** The array sizes, in bytes, rising. */
    List<Long> sizesBytes() {
      return repetitions.keySet().stream().sorted().toList();
    }

    /** Deviations from the median of their size, in parts of a million of it. */
    Map<Long, double[]> deviationsPpm() {
      Map<Long, double[]> deviations = new TreeMap<>();
      repetitions.forEach(
          (bytes, counts) -> {
            double median = median(bytes);
            deviations.put(bytes, Arrays.stream(counts).map(c -> 1e6 * (c / median - 1)).toArray());
          });
      return deviations;
    }

    /** The median count at {@code bytes}. */
    double median(long bytes) {
      return Median.withDefaults().evaluate(repetitions.getOrDefault(bytes, new double[0]));
    }

    /** Standard deviation at {@code bytes} as a share of the mean. */
    double variation(long bytes) {
      double[] counts = repetitions.getOrDefault(bytes, new double[0]);
      return StandardDeviation.of(counts).getAsDouble() / Mean.of(counts).getAsDouble();
    }
  }

  /** The array sizes of all series, in bytes, rising. */
  List<Long> sizesBytes() {
    return series.stream().flatMap(s -> s.sizesBytes().stream()).distinct().sorted().toList();
  }
}
