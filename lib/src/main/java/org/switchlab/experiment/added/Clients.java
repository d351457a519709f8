package org.switchlab.experiment.added;

import static org.switchlab.experiment.coroutine.Workload.BASELINE;
import static org.switchlab.experiment.coroutine.Workload.CYCLES;
import static org.switchlab.experiment.coroutine.Workload.GROSS;
import static org.switchlab.experiment.coroutine.Workload.NET;
import static org.switchlab.experiment.coroutine.Workload.workload;

import java.util.List;
import org.switchlab.claim.Amount;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.plan.Factor;

/**
 * What a request and its response cost a client that waits before each read, over a transport that
 * is mocked: Fig. 16.
 */
public final class Clients {

  private static final String CLIENT = "client";

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      workload(
              "clients",
              List.of(NET, GROSS, BASELINE, CYCLES),
              Factor.choice(CLIENT, List.of("http", "rpc")).help("Which client (default: both)."),
              Factor.bytes("responseBytes", 1L << 20)
                  .word("response-bytes")
                  .help("Size of a response, such as 64K,1M."))
          .title("HTTP and RPC clients, by how their waits switch")
          .summary("what a better switch gains in a client of HTTP or RPC")
          .redraws("Fig. 16")
          .answers(
              "CO-11",
              r ->
                  gross(r, "full", "http")
                      .withinMultiples(gross(r, "cacs", "http"), 1.05, 1.25)
                      .and(
                          gross(r, "full", "rpc")
                              .withinMultiples(gross(r, "cacs", "rpc"), 1.13, 1.5)));

  private Clients() {}

  private static Amount gross(CoroutineResult result, String subject, String client) {
    return result.gross(subject).at(CLIENT, client);
  }
}
