package org.switchlab.claim;

import java.util.List;
import java.util.Set;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.switchlab.plan.Setting;
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;

/**
 * Whether a share of all samples is above a line, by the score test and its interval (Wilson,
 * <i>JASA</i> 22, 1927), which hold for shares near 1 and for few samples.
 *
 * @param what is asked, in a few words
 * @param hits samples that are as they must be
 * @param trials all samples, at least one
 * @param line what the share is held against, 0 to 1
 * @param passes that the samples were taken in
 * @param settings where they were taken
 */
record Share(String what, long hits, long trials, double line, int passes, Set<Setting> settings)
    implements Question {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  Share {
    settings = Set.copyOf(settings);
  }

  private double share() {
    return (double) hits / trials;
  }

  /** Standard error of the share, if the line were the truth. */
  private double error() {
    return Math.sqrt(line * (1 - line) / trials);
  }

  @Override
  public double pHolds() {
    return NORMAL.survivalProbability((share() - line) / error());
  }

  @Override
  public double pFails() {
    return NORMAL.cumulativeProbability((share() - line) / error());
  }

  @Override
  public Outcome outcome(Levels levels) {
    if (pHolds() <= levels.holds()) {
      return Outcome.CONFIRMED;
    }
    return pFails() <= levels.fails() ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
  }

  @Override
  public List<Finding> findings(Levels levels) {
    return List.of(new Finding(what, wilson(levels), line, 0, Unit.SHARE, outcome(levels)));
  }

  private Estimate wilson(Levels levels) {
    double z = quantile(levels);
    double n = trials;
    double centre = share() + z * z / (2 * n);
    double spread = z * Math.sqrt(share() * (1 - share()) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    return new Estimate(
        share(), (centre - spread) / scale, (centre + spread) / scale, 1 - 2 * error(levels));
  }

  private double quantile(Levels levels) {
    return NORMAL.inverseSurvivalProbability(error(levels));
  }

  private double error(Levels levels) {
    return leansToHold() ? levels.holds() : levels.fails();
  }

  @Override
  public List<String> gaps() {
    return List.of();
  }

  @Override
  public double passesNeeded(Levels levels) {
    double errors = quantile(levels) + NORMAL.inverseSurvivalProbability(1 - POWER);
    double needed = Math.pow(errors * error() / (share() - line), 2);
    return needed <= MOST_TIMES ? needed : Double.POSITIVE_INFINITY;
  }

  @Override
  public Set<Setting> open(Levels levels) {
    return outcome(levels) == Outcome.INCONCLUSIVE ? settings : Set.of();
  }
}
