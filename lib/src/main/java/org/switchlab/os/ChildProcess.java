package org.switchlab.os;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ExitStatus.ResourceUsage;

/**
 * A program that {@link Spawn} started, leader of its own process group.
 *
 * <p>Whatever its group still runs when it ends is killed with it. Safe for use by several threads:
 * a signal can never hit a stranger who got the number of a process that was collected.
 */
public final class ChildProcess implements AutoCloseable {

  private static final long SHORTEST_PAUSE_NS = 100_000;
  private static final long LONGEST_PAUSE_NS = 20_000_000;

  private static final int NO_HANG = 1;

  private final int pid;
  private @Nullable ExitStatus exit;

  ChildProcess(int pid) {
    this.pid = pid;
  }

  /** Its process id, which is its group's id too. */
  public int pid() {
    return pid;
  }

  /** Sends {@code signal} to its whole group; does nothing once it was collected. */
  public synchronized void signalGroup(Signal signal) {
    if (exit == null) {
      signal.sendToGroup(pid);
    }
  }

  /** How it ended, collecting it; empty while it runs. */
  public synchronized Optional<ExitStatus> poll() {
    if (exit == null) {
      collect(NO_HANG);
    }
    return Optional.ofNullable(exit);
  }

  /**
   * Waits until it has ended and collects it.
   *
   * @throws TimeoutException if it still runs after {@code timeout}
   */
  public ExitStatus waitFor(Duration timeout) throws InterruptedException, TimeoutException {
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    long pauseNs = SHORTEST_PAUSE_NS;
    while (true) {
      Optional<ExitStatus> ended = poll();
      if (ended.isPresent()) {
        return ended.get();
      }
      long leftNs = deadlineNs - System.nanoTime();
      if (leftNs <= 0) {
        throw new TimeoutException("process %d still runs after %s".formatted(pid, timeout));
      }
      Thread.sleep(Duration.ofNanos(Math.min(pauseNs, leftNs)));
      pauseNs = Math.min(2 * pauseNs, LONGEST_PAUSE_NS);
    }
  }

  /** Kills its group and collects it, whatever it does; does nothing if it has ended. */
  @Override
  public synchronized void close() {
    if (exit == null) {
      Signal.SIGKILL.sendToGroup(pid);
      collect(0);
    }
  }

  /** Collects it with wait4(2), without heed to interrupts, and ends what its group still runs. */
  private void collect(int options) {
    int[] status = new int[1];
    long[] usage = new long[ResourceUsage.LONGS];
    int collected;
    do {
      collected = LibC.wait4(pid, status, options, usage);
    } while (collected < 0 && LibC.errno() == Errno.EINTR.number());
    LibC.check(collected, "wait4(%d)".formatted(pid), "only the parent that started it can wait");
    if (collected > 0) {
      exit = new ExitStatus(status[0], ResourceUsage.of(usage));
      // Numbers are given out in a circle: nobody else can have this group's within microseconds.
      Signal.SIGKILL.sendToGroup(pid);
      collectRest();
    }
  }

  /**
   * The group's other members are children of init by now. If this JVM is init, as in a container,
   * they are ours and would stay zombies.
   */
  private void collectRest() {
    long[] usage = new long[ResourceUsage.LONGS];
    int collected;
    do {
      collected = LibC.wait4(-pid, new int[1], 0, usage);
    } while (collected > 0 || LibC.errno() == Errno.EINTR.number());
  }
}
