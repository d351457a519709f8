package org.switchlab.run;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.Affinity;
import org.switchlab.os.Priority;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;

/**
 * Two processes made by {@code fork} and joined by two pipes, driven by hand.
 *
 * {@snippet :
 * try (var pair = ForkedPair.open()) {
 *   pair.pin(1);
 *   pair.fifo(50);
 *   pair.roundTrips(1_000).roundNs();
 *   pair.switches();
 * }
 * }
 *
 * <p>The fork happens in the runner, a process of a few pages. Never in the JVM: it has threads,
 * which {@code fork} would not copy, and a heap, whose page tables it would. Methods may be called
 * from any thread; they take turns. {@link #close} does not wait for its turn. When a process died
 * or hung, or a caller was interrupted, the pair has ended.
 */
public final class ForkedPair implements AutoCloseable {

  /** The most rounds of one batch. */
  public static final long MOST_ROUNDS = 1_000_000_000;

  private final ReadyRunner ready;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private final AtomicLong switches = new AtomicLong();

  private ForkedPair(ReadyRunner ready) {
    this.ready = ready;
  }

  /** A pair that only passes messages: what it measures is the direct cost. */
  public static ForkedPair open() throws RunnerException, InterruptedException {
    return open(0, 0);
  }

  /**
   * A pair in which each process walks an array of its own between two messages.
   *
   * @param arrayBytes size of either array, in bytes; a multiple of 8
   * @param strideBytes distance between touched elements, in bytes; a multiple of 8, at most the
   *     size; 0 touches none
   */
  public static ForkedPair open(long arrayBytes, long strideBytes)
      throws RunnerException, InterruptedException {
    var point = new Point("pipe-pair", arrayBytes, strideBytes);
    return new ForkedPair(
        Launcher.carried(Launcher.TimeLimits.BY_HAND)
            .prepared(RunnerCommand.drive(point, 0), pid -> {}));
  }

  /** Process id of the one that sends first. */
  public int pid() {
    return ready.process().pid();
  }

  /** Process id of the one that answers. */
  public int peerPid() {
    return ready.peerPid();
  }

  /** Pins both processes to one logical CPU, so that every message is a switch. */
  public void pin(int cpu) {
    requireAlive();
    Affinity.pin(pid(), cpu);
    Affinity.pin(peerPid(), cpu);
  }

  /** Puts both processes under SCHED_FIFO, {@code priority} 1 (lowest) to 99, if permitted. */
  public void fifo(int priority) {
    requireAlive();
    Priority.fifo(pid(), priority);
    Priority.fifo(peerPid(), priority);
  }

  /** Passes a message to the peer and back, {@code rounds} times, 1 to {@value #MOST_ROUNDS}. */
  public Batch roundTrips(long rounds) throws RunnerException, InterruptedException {
    return batch(Variant.PAIR, rounds);
  }

  /** Passes a message from the first process to itself as often, without a switch. */
  public Batch singles(long rounds) throws RunnerException, InterruptedException {
    return batch(Variant.SINGLE, rounds);
  }

  /** Context switches that the kernel counted for both processes in all batches so far. */
  public long switches() {
    return switches.get();
  }

  private Batch batch(Variant variant, long rounds) throws RunnerException, InterruptedException {
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "rounds is %d; it must be 1..%d".formatted(rounds, MOST_ROUNDS));
    }
    turn.lockInterruptibly();
    boolean answered = false;
    try {
      requireOpen();
      Batch batch = ready.batch(variant, rounds);
      switches.addAndGet(batch.switchesCounted());
      answered = true;
      return batch;
    } catch (RunnerException e) {
      // If another thread closed the pair meanwhile, that is the cause.
      requireOpen();
      throw e;
    } finally {
      if (!answered) {
        ended.compareAndSet(null, "its last batch failed or was interrupted");
        ready.close();
      }
      turn.unlock();
    }
  }

  private void requireAlive() {
    requireOpen();
    ready.process().exited().ifPresent(exit -> ended.compareAndSet(null, "it " + exit.describe()));
    requireOpen();
  }

  private void requireOpen() {
    String why = ended.get();
    if (why != null) {
      throw new IllegalStateException(
          "the pair has ended: %s; open another with ForkedPair.open()".formatted(why));
    }
  }

  /** Ends both processes at once, whatever they do; a second close does nothing. */
  @Override
  public void close() {
    ended.compareAndSet(null, "it was closed");
    ready.process().kill();
    turn.lock();
    try {
      ready.close();
    } finally {
      turn.unlock();
    }
  }
}
