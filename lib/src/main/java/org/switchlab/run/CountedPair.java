package org.switchlab.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;

/**
 * Two processes whose batches can stop before and after the rounds, so that counters see the rounds
 * and little else. For one thread at a time.
 *
 * <p>Both stops last until both processes sleep: what a counter sees besides the rounds is then the
 * same in each batch, and a batch of no rounds measures it.
 */
public final class CountedPair implements AutoCloseable {

  private static final Duration FALLING_ASLEEP = Duration.ofSeconds(10);

  /** What to do while both processes sleep. */
  public interface Gate {

    /** The rounds come next. */
    void open();

    /** The rounds are over. */
    void shut();
  }

  private final ReadyRunner ready;

  CountedPair(ReadyRunner ready) {
    this.ready = ready;
  }

  /**
   * Runs {@code rounds} between the opening and the shutting of {@code gate}.
   *
   * @param rounds 0 or more
   * @throws RunnerException if a process died or hung
   * @throws InterruptedException if the calling thread was interrupted
   */
  public Batch counted(Variant variant, long rounds, Gate gate)
      throws RunnerException, InterruptedException {
    RunnerProcess process = ready.process();
    Duration limit = ready.limit(rounds);
    process.send("counted " + ReadyRunner.command(variant, rounds));
    process.reach("counting", limit);
    awaitSleep();
    gate.open();
    process.send("go");
    process.reach("counted", limit);
    awaitSleep();
    gate.shut();
    process.send("go");
    return process.read(BatchLine.KEYWORD, line -> BatchLine.parse(line, 0), limit).batch();
  }

  private void awaitSleep() throws RunnerException, InterruptedException {
    try {
      Asleep.await(ready.process().pid(), FALLING_ASLEEP);
      Asleep.await(ready.peerPid(), FALLING_ASLEEP);
    } catch (IOException | TimeoutException e) {
      throw ready.process().failure("it does not wait where it should: " + e.getMessage());
    }
  }

  /** Ends both processes at once; a second close does nothing. */
  @Override
  public void close() {
    ready.close();
  }
}
