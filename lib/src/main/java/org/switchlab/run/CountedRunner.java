package org.switchlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.switchlab.plan.Point;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/** Starts pairs of processes to be counted, pinned and under SCHED_FIFO if allowed. */
public final class CountedRunner {

  private final Launcher launcher;

  private CountedRunner(Launcher launcher) {
    this.launcher = launcher;
  }

  /** With the runner this library carries, if it does for this machine. */
  public static CountedRunner create() throws RunnerException {
    return new CountedRunner(Launcher.carried(Launcher.TimeLimits.MEASURING));
  }

  /**
   * Starts and warms up a pair.
   *
   * @param seed of both stack offsets
   * @param cpu logical CPU to run on
   * @param counters opens counters on the first process's pid while it is alone, so that the other
   *     one inherits them
   */
  public CountedPair open(Point point, long seed, int cpu, IntConsumer counters)
      throws RunnerException, InterruptedException {
    RunnerCommand command =
        RunnerCommand.drive(point, seed).add("--subject", point.subject()).pages(point);
    ReadyRunner ready = launcher.isolated(command, cpu, counters);
    launcher.controls().checkPages(point, ready.hugeBytes());
    return new CountedPair(ready);
  }

  /** Rights that were refused so far, each once, with what mends it. */
  public List<Warning> warnings() {
    return launcher.controls().warnings();
  }

  /**
   * Two processes whose batches can stop before and after the rounds, so that counters see the
   * rounds and little else. For one thread at a time.
   *
   * <p>Both stops last until both processes sleep: what a counter sees besides the rounds is then
   * the same in each batch, and a batch of no rounds measures it.
   */
  public static final class CountedPair implements AutoCloseable {

    private static final Duration FALLING_ASLEEP = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofNanos(20_000);
    private static final char SLEEPING = 'S';

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

    /** Runs {@code rounds}, 0 or more, between the opening and the shutting of {@code gate}. */
    public Batch counted(Variant variant, long rounds, Gate gate)
        throws RunnerException, InterruptedException {
      RunnerProcess process = ready.process();
      Duration limit = ready.limit(rounds);
      process.send("counted " + ReadyRunner.command(variant, rounds));
      process.read("counting", line -> line, limit);
      awaitSleep();
      gate.open();
      process.send("go");
      process.read("counted", line -> line, limit);
      awaitSleep();
      gate.shut();
      process.send("go");
      return process.read("batch", line -> line.batch(0), limit).batch();
    }

    private void awaitSleep() throws RunnerException, InterruptedException {
      awaitSleep(ready.process().pid());
      awaitSleep(ready.peerPid());
    }

    private void awaitSleep(int pid) throws RunnerException, InterruptedException {
      long deadlineNs = System.nanoTime() + FALLING_ASLEEP.toNanos();
      Path stat = Path.of("/proc/" + pid + "/stat");
      try {
        while (state(Files.readString(stat)) != SLEEPING) {
          if (System.nanoTime() > deadlineNs) {
            throw awake("process %d does not sleep after %s".formatted(pid, FALLING_ASLEEP));
          }
          Thread.sleep(PAUSE);
        }
      } catch (IOException e) {
        throw awake(String.valueOf(e.getMessage()));
      }
    }

    private RunnerException awake(String why) throws InterruptedException {
      return ready.process().failure("it does not wait where it should: " + why);
    }

    /** The letter behind the name, which may itself hold brackets and blanks: proc_pid_stat(5). */
    static char state(String stat) {
      return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    /** Ends both processes at once; a second close does nothing. */
    @Override
    public void close() {
      ready.close();
    }
  }
}
