package org.switchlab.experiment.added;

import static org.switchlab.experiment.coroutine.Workload.BASELINE;
import static org.switchlab.experiment.coroutine.Workload.CALL;
import static org.switchlab.experiment.coroutine.Workload.CYCLES;
import static org.switchlab.experiment.coroutine.Workload.GROSS;
import static org.switchlab.experiment.coroutine.Workload.NET;
import static org.switchlab.experiment.coroutine.Workload.workload;

import java.util.List;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.plan.Factor;

/** What a yield costs among coroutines that do nothing else: Fig. 15 of the coroutine paper. */
public final class CoroutineYield {

  private static final String COUNT = "coroutines";

  private static final Factor COROUTINES =
      Factor.count(COUNT, 10)
          .range(2, 100_000)
          .help("How many take turns, such as 2,10,100000.");

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      workload("coroutine-yield", List.of(NET, GROSS, BASELINE, CALL, CYCLES), COROUTINES)
          .title("A yield from one coroutine to the next, by system")
          .summary("what a yield costs among N coroutines, in many languages")
          .redraws("Fig. 15")
          .answers(
              "CO-10",
              r -> r.net("full").at(COUNT, 10L).withinMultiples(r.net("cacs-small").at(COUNT, 10L), 3, 12));

  private CoroutineYield() {}
}
