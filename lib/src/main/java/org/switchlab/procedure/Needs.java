package org.switchlab.procedure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;

/** Which verdicts are still open in the light of what was seen, and what they need. */
@FunctionalInterface
public interface Needs {

  /** Of an experiment that answers no claim. */
  Needs NONE = (seen, level) -> Optional.empty();

  /**
   * How it stands; empty if there are no claims.
   *
   * @param seen everything so far
   * @param level at which verdicts are judged, for instance 0.95
   */
  Optional<Open> open(List<Observation> seen, double level);

  /**
   * How it stands.
   *
   * @param verdicts how many are open
   * @param settings where more observations would help to decide them
   */
  record Open(int verdicts, Set<Setting> settings) {
    /** Keeps an immutable copy. */
    public Open {
      settings = Set.copyOf(settings);
    }
  }
}
