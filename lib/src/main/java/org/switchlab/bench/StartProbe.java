package org.switchlab.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.switchlab.run.ForkCost;

/**
 * A JVM with a heap in use that starts runners when it is told to: what {@link StartLatency} asks.
 *
 * <p>Argument: bytes of live data. It writes {@code ready}, then answers each line {@code N} with
 * the durations of N starts in ns, on one line. Between two answers it does nothing.
 */
final class StartProbe {

  private static final int CHUNK_BYTES = 1 << 20;

  private final byte[][] live;

  private StartProbe(long liveBytes) {
    live = new byte[Math.toIntExact(liveBytes / CHUNK_BYTES)][CHUNK_BYTES];
  }

  /** Serves until its input ends. */
  public static void main(String[] arguments)
      throws Exception { // whatever it is: the parent shows the trace
    var probe = new StartProbe(Long.parseLong(arguments[0]));
    ForkCost.ofRunnerNs(); // unpacks the runner and loads the classes
    System.out.println("ready");
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    String line = input.readLine();
    while (line != null) {
      System.out.println(probe.starts(Integer.parseInt(line)));
      line = input.readLine();
    }
  }

  private String starts(int count) throws Exception {
    var durations = new StringBuilder();
    Thread mutator = Thread.ofPlatform().daemon().start(this::mutate);
    for (int i = 0; i < count; i++) {
      durations.append(ForkCost.ofRunnerNs()).append(' ');
    }
    mutator.interrupt();
    mutator.join();
    return durations.toString().strip();
  }

  /** Replaces live data by new data and writes to it, so that the heap is really at work. */
  private void mutate() {
    var random = new SplittableRandom(1);
    while (!Thread.currentThread().isInterrupted()) {
      byte[] fresh = new byte[CHUNK_BYTES];
      random.nextBytes(fresh);
      live[random.nextInt(live.length)] = fresh;
    }
  }
}
