package org.switchlab.experiment.added;

import static org.switchlab.experiment.coroutine.Workload.BASELINE;
import static org.switchlab.experiment.coroutine.Workload.CYCLES;
import static org.switchlab.experiment.coroutine.Workload.GROSS;
import static org.switchlab.experiment.coroutine.Workload.NET;
import static org.switchlab.experiment.coroutine.Workload.RELATIVE;
import static org.switchlab.experiment.coroutine.Workload.workload;

import java.util.List;
import org.switchlab.claim.Amount;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.plan.Factor;

/**
 * What a move of the Tower of Hanoi costs that is yielded from within the recursion, relative to
 * recursion with a callback in the same language: Figs. 5 and 13.
 */
public final class Hanoi {

  private static final String DISKS = "disks";
  private static final long FEW = 4;
  private static final long MANY = 20;

  private static final Factor FACTOR =
      Factor.count(DISKS)
          .by(
              (machine, quick) ->
                  quick ? List.of(FEW, 12L, MANY) : List.of(1L, 2L, FEW, 8L, 12L, 16L, MANY))
          .range(1, 24)
          .help("How many disks, such as 4,12,20.");

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      workload("hanoi", List.of(NET, GROSS, BASELINE, RELATIVE, CYCLES), FACTOR)
          .title("Tower of Hanoi by yields, relative to recursion with a callback")
          .summary("what a yield from within a recursion costs, by its depth")
          .redraws("Fig. 13")
          .answers(
              "CO-3",
              r ->
                  relative(r, "cpp20-nested", MANY)
                      .withinMultiples(relative(r, "cpp20-nested", FEW), 2, 20)
                      .and(
                          relative(r, "recursive-generator", MANY)
                              .withinMultiples(relative(r, "recursive-generator", FEW), 0.5, 2))
                      .and(
                          relative(r, "recursive-generator", MANY)
                              .above(relative(r, "boost-context", MANY))))
          .answers(
              "CO-8",
              r ->
                  relative(r, "boost-context", MANY)
                      .withinMultiples(relative(r, "in-stack", MANY), 1.5, 3));

  private Hanoi() {}

  private static Amount relative(CoroutineResult result, String subject, long disks) {
    return result.of(RELATIVE.name()).at("subject", subject, DISKS, disks);
  }
}
