package org.switchlab.experiment.added;

import static org.switchlab.experiment.Words.count;
import static org.switchlab.experiment.Words.lines;
import static org.switchlab.experiment.Words.share;
import static org.switchlab.experiment.coroutine.Workload.counted;

import java.util.List;
import org.switchlab.claim.Amount;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.Lines;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.procedure.SubjectCounts;

/**
 * What an operation of coroutines in C++ executes, misses in L1d and guesses wrong, counted by an
 * emulated core: the paper's counters, on any machine.
 */
public final class CoroutineCounts {

  private static final String HANOI = "hanoi";
  private static final String WRITE = "write-fully";

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      counted(
              "coroutine-counts",
              List.of(HANOI, WRITE),
              List.of(
                  count(SubjectCounts.INSTRUCTIONS),
                  share(SubjectCounts.L1D_MISS),
                  count(SubjectCounts.BRANCHES),
                  share(SubjectCounts.BRANCH_MISS)))
          .title("What coroutines execute and miss, counted by an emulated core")
          .summary("instructions, L1d and branch misses of coroutines: emulated")
          .show(over(SubjectCounts.INSTRUCTIONS))
          .also("branch-misses", over(SubjectCounts.BRANCH_MISS))
          .also("l1d-misses", over(SubjectCounts.L1D_MISS))
          .answers(
              "CO-4",
              r ->
                  at(r, SubjectCounts.INSTRUCTIONS, "recursive-generator", HANOI)
                      .withinMultiples(
                          at(r, SubjectCounts.INSTRUCTIONS, "boost-context", HANOI), 3.5, 15)
                      .and(
                          at(r, SubjectCounts.BRANCH_MISS, "recursive-generator", HANOI)
                              .below(at(r, SubjectCounts.BRANCH_MISS, "boost-context", HANOI))))
          .answers(
              "CO-6",
              r ->
                  at(r, SubjectCounts.L1D_MISS, "boost-context", WRITE)
                      .above(0.05)
                      .and(
                          at(r, SubjectCounts.L1D_MISS, "boost-context-random", WRITE)
                              .below(0.01)));

  private CoroutineCounts() {}

  private static Lines over(String measure) {
    return lines().x("subject").y(measure).each("workload");
  }

  private static Amount at(CoroutineResult result, String measure, String subject, String work) {
    return result.of(measure).at("subject", subject, "workload", work);
  }
}
