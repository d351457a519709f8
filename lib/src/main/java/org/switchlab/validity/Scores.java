package org.switchlab.validity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.switchlab.table.Estimate;

/**
 * What many runs got right.
 *
 * @param runs one score each
 */
record Scores(List<RunScore> runs) {

  Scores {
    runs = List.copyOf(runs);
  }

  /** Of the intervals of a quantity, how many hold the planted value. */
  Optional<Estimate> held(Quantity quantity) {
    double[] shares =
        runs.stream()
            .map(run -> run.heldShare().get(quantity))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return shares.length == 0 ? Optional.empty() : Optional.of(Shares.ofRuns(shares));
  }

  /** The share of runs with a false verdict or more. */
  Estimate falseRuns() {
    return share(RunScore::isFalse);
  }

  /** The share of runs that decide a claim. */
  Estimate decided(String claim) {
    return share(run -> run.decides(claim));
  }

  /** The share of claims that runs leave open. */
  Estimate open() {
    return Shares.ofRuns(runs.stream().mapToDouble(RunScore::openShare).toArray());
  }

  private Estimate share(Predicate<RunScore> holds) {
    return Shares.of(runs.stream().filter(holds).count(), runs.size());
  }
}
