package org.switchlab.claim;

import java.util.List;
import java.util.Set;
import org.switchlab.estimate.Student;
import org.switchlab.plan.Setting;
import org.switchlab.unit.Plural;

/**
 * Something that a claim says and this run cannot answer.
 *
 * @param what is asked, in a few words
 * @param why it cannot be answered, and what would
 * @param passing whether more passes would do
 * @param settings those that more passes are needed of
 */
record Missing(String what, String why, boolean passing, Set<Setting> settings)
    implements Question {

  Missing {
    settings = Set.copyOf(settings);
  }

  /** What no longer run of the same kind answers. */
  Missing(String what, String why) {
    this(what, why, false, Set.of());
  }

  /** What more passes answer. */
  static Question passes(String what, int passes, Set<Setting> settings) {
    return new Missing(
        what,
        "%s measured all that is compared, and fewer than %d decide nothing"
            .formatted(Plural.of(passes, "pass", "passes"), Student.FEWEST_UNITS),
        true,
        settings);
  }

  @Override
  public double pHolds() {
    return 1;
  }

  @Override
  public double pFails() {
    return 1;
  }

  @Override
  public Outcome outcome(Levels levels) {
    return passing ? Outcome.INCONCLUSIVE : Outcome.NOT_MEASURABLE;
  }

  @Override
  public List<Finding> findings(Levels levels) {
    return List.of();
  }

  @Override
  public List<String> gaps() {
    return List.of(what + ": " + why);
  }

  /** Nobody can say, and nothing else need wait for it. */
  @Override
  public double passesNeeded(Levels levels) {
    return 1;
  }

  @Override
  public Set<Setting> open(Levels levels) {
    return settings;
  }

  @Override
  public int passes() {
    return Integer.MAX_VALUE;
  }
}
