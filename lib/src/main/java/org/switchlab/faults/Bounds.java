package org.switchlab.faults;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether times are those of undisturbed runs, by their shortest: neighbours make times longer, and
 * by any factor, but hardly each of several. A time counts as wrong if it is so in each of {@link
 * #ASKED} runs, and each is held against one more undisturbed run.
 */
final class Bounds {

  /** Up and down. */
  static final double FACTOR = 3;

  /** How often a time out of bounds is asked for. */
  static final int ASKED = 5;

  /** Below that a clock's own steps decide. */
  private static final double STEP_NS = 60;

  /** Shortest times of undisturbed runs by what they are of. */
  private final Map<String, Double> usual = new HashMap<>();

  /** Learns the times of an undisturbed run. */
  void learn(Map<String, List<Double>> timesNs) {
    timesNs.forEach((name, times) -> usual.merge(name, Collections.min(times), Math::min));
  }

  /** Which of the times are out of bounds: above it 1, below it −1. */
  Map<String, Integer> broken(Map<String, List<Double>> timesNs) {
    Map<String, Integer> broken = new TreeMap<>();
    timesNs.forEach(
        (name, times) -> {
          int side = side(Collections.min(times), usual.getOrDefault(name, 0.0));
          if (side != 0) {
            broken.put(name, side);
          }
        });
    return broken;
  }

  /** What is said of a time that is out of bounds; empty for none. */
  Optional<String> words(Map<String, Integer> broken, Map<String, List<Double>> timesNs) {
    return broken.keySet().stream()
        .findFirst()
        .map(
            name ->
                "%s %.0f where %.0f is usual"
                    .formatted(
                        name, Collections.min(timesNs.get(name)), usual.getOrDefault(name, 0.0)));
  }

  private static int side(double value, double usual) {
    if (value > FACTOR * Math.max(usual, STEP_NS)) {
      return 1;
    }
    return value < usual / FACTOR - STEP_NS ? -1 : 0;
  }
}
