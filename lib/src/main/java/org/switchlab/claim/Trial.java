package org.switchlab.claim;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchlab.estimate.PassContrast;
import org.switchlab.estimate.TrimmedMean;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;

/**
 * One difference put to the test over passes.
 *
 * <p>Without a margin it holds if it is surely above the threshold and fails if surely below: one
 * line for both, so that two runs can only contradict each other by their stated error. With a
 * margin it holds if it surely lies within, by two one-sided tests (Schuirmann, <i>Journal of
 * Pharmacokinetics and Biopharmaceutics</i> 15, 1987), and fails if surely beyond either end.
 *
 * @param what is asked, in a few words
 * @param mean the difference over passes
 * @param threshold what it is held against
 * @param margin how far off is still equal; 0 if "above" is asked
 * @param unit of the difference
 * @param settings that it is formed of
 */
record Trial(
    String what,
    TrimmedMean mean,
    double threshold,
    double margin,
    Unit unit,
    Set<Setting> settings)
    implements Question {

  Trial {
    settings = Set.copyOf(settings);
  }

  /** Whether a contrast is above a threshold, in ns; nothing to test with too few passes. */
  static Question above(String what, PassContrast contrast, double thresholdNs) {
    return of(what, contrast.unitsNs(), thresholdNs, 0, settings(List.of(contrast)));
  }

  /** Whether a contrast is 0, give or take a margin, in ns. */
  static Question equal(String what, PassContrast contrast, double marginNs) {
    return of(what, contrast.unitsNs(), 0, marginNs, settings(List.of(contrast)));
  }

  /** The same of one value a pass, in ns. */
  static Question of(
      String what, double[] unitsNs, double threshold, double margin, Set<Setting> settings) {
    Optional<TrimmedMean> mean = TrimmedMean.of(unitsNs);
    return mean.isPresent()
        ? new Trial(what, mean.get(), threshold, margin, Unit.NS, settings)
        : Missing.passes(what, unitsNs.length, settings);
  }

  static Set<Setting> settings(Collection<PassContrast> contrasts) {
    return contrasts.stream()
        .flatMap(contrast -> contrast.terms().stream())
        .map(term -> term.cost().setting())
        .collect(Collectors.toSet());
  }

  @Override
  public double pHolds() {
    return margin == 0
        ? mean.pAbove(threshold)
        : Math.max(mean.pAbove(threshold - margin), mean.pBelow(threshold + margin));
  }

  @Override
  public double pFails() {
    return margin == 0
        ? mean.pBelow(threshold)
        : Question.oneOf(
            2, Math.min(mean.pBelow(threshold - margin), mean.pAbove(threshold + margin)));
  }

  @Override
  public Outcome outcome(Levels levels) {
    if (pHolds() <= levels.holds()) {
      return Outcome.CONFIRMED;
    }
    return pFails() <= levels.fails() ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
  }

  /**
   * The interval is that of the answer to which the estimate leans, so that it lies clear of the
   * threshold exactly if that answer is given.
   */
  @Override
  public List<Finding> findings(Levels levels) {
    Estimate interval = mean.interval(1 - 2 * errorOneSided(levels));
    return List.of(new Finding(what, interval, threshold, margin, unit, outcome(levels)));
  }

  private double errorOneSided(Levels levels) {
    if (leansToHold()) {
      return levels.holds();
    }
    return margin == 0 ? levels.fails() : levels.fails() / 2;
  }

  @Override
  public List<String> gaps() {
    return List.of();
  }

  @Override
  public double passesNeeded(Levels levels) {
    double fromLine =
        margin == 0
            ? Math.abs(mean.value() - threshold)
            : Math.abs(margin - Math.abs(mean.value() - threshold));
    return mean.timesNeeded(fromLine, errorOneSided(levels), POWER, MOST_TIMES);
  }

  @Override
  public Set<Setting> open(Levels levels) {
    return outcome(levels) == Outcome.INCONCLUSIVE ? settings : Set.of();
  }

  /** Passes that it rests on. */
  @Override
  public int passes() {
    return mean.units();
  }
}
