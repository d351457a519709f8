package org.switchlab.experiment.added;

import static org.switchlab.experiment.coroutine.Workload.BASELINE;
import static org.switchlab.experiment.coroutine.Workload.CYCLES;
import static org.switchlab.experiment.coroutine.Workload.GROSS;
import static org.switchlab.experiment.coroutine.Workload.NET;
import static org.switchlab.experiment.coroutine.Workload.workload;

import java.util.List;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.plan.Factor;

/** What an item costs that goes through a chain of generators. */
public final class Pipeline {

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      workload(
              "pipeline",
              List.of(NET, GROSS, BASELINE, CYCLES),
              Factor.count("stages", 4)
                  .range(1, 64)
                  .help("Generators in the chain, such as 1,4,16."))
          .title("Items through a chain of generators, by system")
          .summary("what a chain of generators costs an item");

  private Pipeline() {}
}
