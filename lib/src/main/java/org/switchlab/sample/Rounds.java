package org.switchlab.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Every timed round of a slot, for those who want more than their means; what the runner says with
 * {@code --keep-rounds}.
 *
 * @param parentAlone rounds of the parent by itself, in the order measured
 * @param peerAlone rounds of the peer by itself
 * @param pair rounds of both
 */
public record Rounds(List<Alone> parentAlone, List<Alone> peerAlone, List<Pair> pair) {

  /** Of a hundred rounds so many, those that took longest, are left out of a typical part. */
  public static final int TRIMMED_PERCENT = 15;

  /** Keeps immutable copies; each flow must have as many rounds as the others, and some. */
  public Rounds {
    parentAlone = List.copyOf(parentAlone);
    peerAlone = List.copyOf(peerAlone);
    pair = List.copyOf(pair);
    if (pair.isEmpty() || parentAlone.size() != pair.size() || peerAlone.size() != pair.size()) {
      throw new IllegalArgumentException(
          "%d rounds of the parent, %d of the peer and %d of both: as many of each, 1 or more"
              .formatted(parentAlone.size(), peerAlone.size(), pair.size()));
    }
  }

  /**
   * A round without switches.
   *
   * @param messageNs sending and receiving an own message, in ns
   * @param walkNs the walk, in ns
   */
  public record Alone(double messageNs, double walkNs) {}

  /**
   * A round trip.
   *
   * @param leg1Ns from the end of the parent's walk to the begin of the peer's, in ns
   * @param leg2Ns from the end of the peer's walk to the answer in the parent, in ns
   * @param walkParentNs the parent's walk, in ns
   * @param walkPeerNs the peer's walk, in ns
   */
  public record Pair(double leg1Ns, double leg2Ns, double walkParentNs, double walkPeerNs) {

    /** Half of both legs, in ns. */
    public double legNs() {
      return (leg1Ns + leg2Ns) / 2;
    }
  }

  /**
   * What was counted beside the rounds.
   *
   * @param expected switches the pair rounds must make
   * @param voluntary those counted that were voluntary
   * @param involuntary those that were not
   * @param migrated whether a side was on another CPU
   */
  public record Counts(long expected, long voluntary, long involuntary, boolean migrated) {}

  /** Their slot, as the runner sums them up. */
  public Slot slot(int index, long groups, Counts counts) {
    return new Slot(
        index,
        groups,
        pair.size(),
        half(typical(parentAlone, Alone::messageNs), typical(peerAlone, Alone::messageNs)),
        half(mean(parentAlone, Alone::messageNs), mean(peerAlone, Alone::messageNs)),
        typical(pair, Pair::legNs),
        mean(pair, Pair::legNs),
        half(typical(parentAlone, Alone::walkNs), typical(peerAlone, Alone::walkNs)),
        half(mean(parentAlone, Alone::walkNs), mean(peerAlone, Alone::walkNs)),
        half(typical(pair, Pair::walkParentNs), typical(pair, Pair::walkPeerNs)),
        half(mean(pair, Pair::walkParentNs), mean(pair, Pair::walkPeerNs)),
        counts.expected(),
        counts.voluntary(),
        counts.involuntary(),
        counts.migrated());
  }

  private static double half(double one, double other) {
    return (one + other) / 2;
  }

  private static <T> double mean(List<T> rounds, ToDoubleFunction<T> part) {
    return rounds.stream().mapToDouble(part).average().orElseThrow();
  }

  /**
   * The mean of the rounds but for the upper {@value #TRIMMED_PERCENT} %. A round on the border
   * counts in part: else slots of few rounds would be trimmed by less than slots of many.
   */
  private static <T> double typical(List<T> rounds, ToDoubleFunction<T> part) {
    double[] rising = rounds.stream().mapToDouble(part).sorted().toArray();
    double kept = rising.length * (100 - TRIMMED_PERCENT) / 100.0;
    int whole = (int) kept;
    double sum = Arrays.stream(rising, 0, whole).sum();
    double onBorder = whole < rising.length ? (kept - whole) * rising[whole] : 0;
    return (sum + onBorder) / kept;
  }
}
