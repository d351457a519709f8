package org.switchlab.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchlab.claim.Outcome;
import org.switchlab.plan.Plan;
import org.switchlab.procedure.Needs;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;

/**
 * Asks an experiment's claims how they would be answered by what was seen so far, and of which
 * settings more would help to decide those that are open.
 *
 * @param experiment what is run
 * @param begun what is known before anything was seen
 */
record OpenVerdicts<R extends Result>(Experiment<R> experiment, ResultData begun) implements Needs {

  @Override
  public Optional<Open> open(List<Observation> seen, double level) {
    if (experiment.claims().isEmpty()) {
      return Optional.empty();
    }
    Plan plan = begun.plan().at(level);
    ResultData data =
        begun
            .of(plan)
            .with(
                Source.MEASURED,
                seen,
                experiment.spec().analysis().tables(plan, seen, Map.of(), List.of()));
    int open =
        (int)
            experiment.judged(data).verdicts().stream()
                .filter(verdict -> verdict.outcome() == Outcome.INCONCLUSIVE)
                .count();
    return Optional.of(new Open(open, open == 0 ? Set.of() : experiment.openSettings(data)));
  }
}
