package org.switchlab.bench;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.machine.Machine;

/**
 * What one run of Fig. 3 and Fig. 5 beside a neighbour answered.
 *
 * @param place where the neighbour was
 * @param gridSeconds time of Fig. 3 over the full grid, from call to end, in s
 * @param neighbourShare share of its CPU that the neighbour took meanwhile
 * @param halfWidthShares half-width of Fig. 3's intervals as a share of the cost, by range; without
 *     the ranges that this machine's grid does not reach
 * @param outcomes what the two runs said of each claim they bear on, by its ID
 */
record NeighbourRun(
    Place place,
    double gridSeconds,
    double neighbourShare,
    Map<ArrayRange, Double> halfWidthShares,
    Map<String, Outcome> outcomes) {

  /** The CPU that a neighbour is on. */
  enum Place {
    /** Not the one measured on: it takes what CPUs share. */
    OTHER_CPU("otherCpu", "on another CPU"),
    /** The one measured on: it takes time and caches. */
    SAME_CPU("sameCpu", "on the measuring CPU");

    private final String figure;
    private final String words;

    Place(String figure, String words) {
      this.figure = figure;
      this.words = words;
    }

    /** As the begin of the name of a figure. */
    String figure() {
      return figure;
    }

    /** As people read it. */
    String words() {
      return words;
    }

    /** Its number on {@code machine}; not measurable if there is no such CPU. */
    int cpu(Machine machine) throws NotMeasurableException {
      int measuring =
          machine
              .measuringCpu()
              .orElseThrow(() -> new NotMeasurableException("no CPU is known to run on"));
      if (this == SAME_CPU) {
        return measuring;
      }
      return machine.allowedCpus().stream()
          .filter(cpu -> cpu != measuring)
          .findFirst()
          .orElseThrow(
              () -> new NotMeasurableException("one CPU is allowed; a neighbour needs another"));
    }
  }

  /** Keeps immutable copies. */
  NeighbourRun {
    halfWidthShares = Map.copyOf(halfWidthShares);
    outcomes = Map.copyOf(outcomes);
  }

  /** Of the results of Fig. 3 and Fig. 5; not measurable if costs lack their intervals. */
  static NeighbourRun of(
      Place place, double gridSeconds, double neighbourShare, SwitchCosts kernel, SwitchCosts user)
      throws NotMeasurableException {
    long l2Bytes =
        kernel
            .machine()
            .cacheBytes(2)
            .orElseThrow(() -> new NotMeasurableException("the size of L2 is not known"));
    Map<ArrayRange, Double> shares = new EnumMap<>(ArrayRange.class);
    for (ArrayRange range : ArrayRange.values()) {
      OptionalDouble share = range.halfWidthShare(kernel.own(), l2Bytes);
      share.ifPresent(known -> shares.put(range, known));
    }
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (SwitchCosts result : List.of(kernel, user)) {
      for (Verdict verdict : result.verdicts()) {
        outcomes.put(verdict.id(), verdict.outcome());
      }
    }
    return new NeighbourRun(place, gridSeconds, neighbourShare, shares, outcomes);
  }

  /** Whether it said that claim {@code id} holds, or that it does not. */
  boolean decided(String id) {
    Outcome outcome = outcomes.get(id);
    return outcome == Outcome.CONFIRMED || outcome == Outcome.REFUTED;
  }
}
