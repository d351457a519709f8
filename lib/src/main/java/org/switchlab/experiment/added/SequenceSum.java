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

/** What an item of a generator costs whose consumer adds it up: Figs. 1, 2 and 12. */
public final class SequenceSum {

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      workload("sequence-sum", List.of(NET, GROSS, BASELINE, CALL, CYCLES))
          .title("A sequence summed up, generated item by item, by system")
          .summary("what an item of a generator costs, in many languages")
          .redraws("Fig. 12")
          .answers(
              "CO-1",
              r ->
                  r.gross("boost-asserts")
                      .withinMultiples(r.gross("cpp20-for"), 10, 40)
                      .and(
                          r.gross("boost-context").withinMultiples(r.gross("cpp20-for"), 2, 8)))
          .answers(
              "CO-2",
              r -> r.gross("cpp20-while").withinMultiples(r.gross("cpp20-for"), 1.25, 2))
          .answers(
              "CO-7",
              r -> r.gross("in-stack").withinMultiples(r.gross("cpp20-for"), 0.9, 1.1));

  private SequenceSum() {}
}
