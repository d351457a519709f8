package org.switchlab.experiment.added;

import static org.switchlab.experiment.coroutine.Workload.BASELINE;
import static org.switchlab.experiment.coroutine.Workload.CYCLES;
import static org.switchlab.experiment.coroutine.Workload.GROSS;
import static org.switchlab.experiment.coroutine.Workload.NET;
import static org.switchlab.experiment.coroutine.Workload.RELATIVE;
import static org.switchlab.experiment.coroutine.Workload.workload;

import java.util.List;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.plan.Factor;

/** What a node of a binary tree costs that is yielded from within the walk. */
public final class TreeWalk {

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      workload(
              "tree-walk",
              List.of(NET, GROSS, BASELINE, RELATIVE, CYCLES),
              Factor.count("nodes", 1023)
                  .range(1, 1_048_575)
                  .help("Nodes of the tree, such as 1023,65535."))
          .title("A walk through a tree by yields, relative to a callback")
          .summary("what a generator that walks through a tree costs");

  private TreeWalk() {}
}
