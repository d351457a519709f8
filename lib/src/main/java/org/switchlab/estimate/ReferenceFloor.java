package org.switchlab.estimate;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Quantile;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;

/**
 * How long the fixed reference loop takes when nothing disturbs it, which tells quiet couples from
 * disturbed ones.
 *
 * <p>The loop is bound by throughput, so a neighbour on the same physical core slows it visibly
 * although no clock of the guest notices the neighbour.
 *
 * @param floorNs duration of the undisturbed reference loop, in ns
 */
public record ReferenceFloor(double floorNs) {

  /** A couple is quiet if no reference loop around it exceeds the floor by more than this share. */
  public static final double TOLERANCE = 0.03;

  /**
   * The floor is a low quantile and not the minimum, so that one glitch of the clock cannot set it.
   */
  private static final double FLOOR_QUANTILE = 0.02;

  /** The floor that {@code samples} have seen together; empty if they measured nothing. */
  public static OptionalDouble floorOf(List<ProcessSample> samples) {
    return floorOfCouples(samples.stream().flatMap(sample -> sample.couples().stream()).toList());
  }

  private static OptionalDouble floorOfCouples(List<Couple> couples) {
    double[] referencesNs =
        couples.stream()
            .flatMap(couple -> List.of(couple.single(), couple.pair()).stream())
            .mapToDouble(batch -> Math.min(batch.referenceBeforeNs(), batch.referenceAfterNs()))
            .toArray();
    return referencesNs.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Quantile.withDefaults().evaluate(referencesNs, FLOOR_QUANTILE));
  }

  /** Whether no neighbour disturbed {@code couple}. */
  public boolean isQuiet(Couple couple) {
    return couple.referenceNs() <= floorNs * (1 + TOLERANCE);
  }

  /**
   * Whether this floor is the machine's own, as far as earlier runs have shown it.
   *
   * @param knownFloorNs lowest floor seen in earlier runs, in ns; empty on a machine's first run
   */
  public boolean isAtKnown(OptionalDouble knownFloorNs) {
    return knownFloorNs.isEmpty() || floorNs <= knownFloorNs.getAsDouble() * (1 + TOLERANCE);
  }
}
