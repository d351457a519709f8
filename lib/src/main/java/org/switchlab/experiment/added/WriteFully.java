package org.switchlab.experiment.added;

import static org.switchlab.experiment.coroutine.Workload.BASELINE;
import static org.switchlab.experiment.coroutine.Workload.CYCLES;
import static org.switchlab.experiment.coroutine.Workload.GROSS;
import static org.switchlab.experiment.coroutine.Workload.NET;
import static org.switchlab.experiment.coroutine.Workload.RUNS;
import static org.switchlab.experiment.coroutine.Workload.SCHEDULER;
import static org.switchlab.experiment.coroutine.Workload.workload;

import java.util.List;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.plan.Factor;

/**
 * What a send costs among tasks that each write many bytes and wait before each send: Figs. 6 and
 * 14. The time of all sends follows: tasks × bytes / send × gross.
 */
public final class WriteFully {

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      workload(
              "write-fully",
              List.of(NET, GROSS, BASELINE, SCHEDULER, RUNS, CYCLES),
              Factor.count("tasks", 10).range(1, 10_000).help("Tasks that write, such as 10,1000."),
              Factor.bytes("taskBytes", 1_000_000L)
                  .word("task-bytes")
                  .help("What each task writes; the paper: 100000000."),
              Factor.bytes("sendBytes", 800L)
                  .word("send-bytes")
                  .help("What one send takes; the paper: 800."))
          .title("Concurrent tasks that write fully, a switch before each send")
          .summary("what a send costs with its wait, by system")
          .redraws("Fig. 14")
          .answers(
              "CO-5",
              r ->
                  r.gross("boost-context")
                      .below(r.gross("cpp20-scheduler"))
                      .and(r.gross("boost-context").below(r.gross("rust-tokio")))
                      .and(r.gross("boost-context").below(r.gross("csharp-dotnet-async"))))
          .answers(
              "CO-9",
              r ->
                  r.gross("cacs")
                      .below(r.gross("boost-context"))
                      .and(r.gross("cacs").below(r.gross("cpp20-scheduler"))));

  private WriteFully() {}
}
