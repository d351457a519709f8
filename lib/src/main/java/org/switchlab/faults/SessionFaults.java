package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.switchlab.faults.Errors.Failure;
import org.switchlab.faults.Sessions.Lent;
import org.switchlab.os.Signal;

/**
 * Faults of a session that measures and saves: calls of the JVM that fail, and runners that are
 * killed. Each is followed by a run without a fault in the same session.
 */
final class SessionFaults {

  /**
   * What our Java code asks of the kernel. What the JVM itself asks for, threads and memory, is not
   * among them; nor are close(2) and unlink(2): a call that is kept from running, as it is here,
   * leaves the descriptor open and the file there, whatever its caller does.
   */
  private static final Set<String> CALLS =
      Set.of(
          "openat",
          "read",
          "write",
          "pipe2",
          "poll",
          "ppoll",
          "wait4",
          "fcntl",
          "flock",
          "kill",
          "sched_setaffinity",
          "sched_getaffinity",
          "sched_setscheduler",
          "prlimit64",
          "rename",
          "mkdir",
          "newfstatat",
          "statx",
          "stat",
          "lstat",
          "fstat",
          "access",
          "vfork",
          "clone",
          "getdents64",
          "lseek",
          "pread64",
          "pwrite64",
          "ftruncate",
          "chmod",
          "readlink",
          "perf_event_open",
          "ioctl");

  private static final String RUNNER = "switchlab-runner";

  /** From the first sight of a runner to its end, about. */
  private static final int LONGEST_MS = 250;

  private static final List<Signal> SIGNALS =
      List.of(Signal.SIGKILL, Signal.SIGTERM, Signal.SIGSEGV);

  private final Sessions sessions;
  private final long seed;

  SessionFaults(Sessions sessions, long seed) {
    this.sessions = sessions;
    this.seed = seed;
  }

  /** Calls that fail while it does what {@code job} says, so many at most. */
  Source calls(Job job, int most) {
    return Source.of(Target.SESSION, nest -> callFaults(job, most, nest));
  }

  /** So many runners, and peers of runners, that are killed. */
  Source kills(int most) {
    return Source.of(Target.SESSION, _ -> killFaults(most));
  }

  private List<Fault> callFaults(Job job, int most, Nest nest)
      throws NotHereException, IOException, InterruptedException {
    Strace.require();
    Lent lent = sessions.lend(nest.cpu());
    Map<String, Integer> calls;
    try (var _ = Attached.to(lent.process().pid(), nest, "trace=all")) {
      job.ask(lent.process(), sessions.folder(lent));
    } finally {
      sessions.giveBack(lent);
    }
    calls = Strace.counted(Files.readString(Path.of(Strace.log(nest))));
    calls.keySet().retainAll(CALLS);
    calls.keySet().removeAll(job.spared());
    List<Fault> all = new ArrayList<>();
    for (Failure failure : Errors.of(calls, most, seed)) {
      Disturbance disturbance = disturbance(failure);
      String what = job.word() + ":" + failure.words();
      all.add(
          new Fault(
              Target.SESSION, Kind.CALL, what, new SessionTrial(sessions, job, disturbance)::run));
    }
    return all;
  }

  private static Disturbance disturbance(Failure failure) {
    return (lent, nest, asked) -> {
      String inject = "inject=%s:%s".formatted(failure.call(), failure.inject());
      Answer answer;
      try (var _ = Attached.to(lent.process().pid(), nest, "trace=" + failure.call(), inject)) {
        answer = asked.answer();
      }
      return Strace.wasMet(nest) ? answer : null;
    };
  }

  private List<Fault> killFaults(int most) {
    var random = new SplittableRandom(seed);
    List<Fault> all = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      Signal signal = SIGNALS.get(i % SIGNALS.size());
      boolean peer = i / SIGNALS.size() % 2 == 1;
      int afterMs = random.nextInt(LONGEST_MS);
      String what = "long:%s:%s:%d".formatted(peer ? "peer" : "runner", signal, i);
      Disturbance disturbance = kill(signal, peer, afterMs);
      all.add(
          new Fault(
              Target.SESSION,
              Kind.KILL,
              what,
              new SessionTrial(sessions, Job.LONG, disturbance)::run));
    }
    return all;
  }

  /**
   * Waits for a runner, if there is none at that moment, until there is one or the run has ended.
   */
  private static Disturbance kill(Signal signal, boolean peer, int afterMs) {
    return (lent, nest, asked) -> {
      Killer killer = new Killer(lent.process().pid(), signal, peer, afterMs);
      Thread thread = Thread.ofPlatform().daemon().start(killer);
      try {
        Answer answer = asked.answer();
        return killer.hasKilled() ? answer : null;
      } finally {
        thread.interrupt();
        thread.join();
      }
    };
  }

  /** Sends a signal to a runner, or to its peer, below a session. */
  private static final class Killer implements Runnable {

    private final int session;
    private final Signal signal;
    private final boolean peer;
    private final int afterMs;
    private volatile boolean killed;

    Killer(int session, Signal signal, boolean peer, int afterMs) {
      this.session = session;
      this.signal = signal;
      this.peer = peer;
      this.afterMs = afterMs;
    }

    boolean hasKilled() {
      return killed;
    }

    @Override
    public void run() {
      try {
        while (Processes.below(session, RUNNER).isEmpty()) {
          Thread.sleep(1);
        }
        Thread.sleep(afterMs);
        while (!killed) {
          kill();
          Thread.sleep(1);
        }
      } catch (InterruptedException runHasEnded) {
        // Then there was none to be killed.
      }
    }

    private void kill() {
      List<ProcessHandle> found = Processes.below(session, RUNNER);
      int wanted = peer ? 2 : 1;
      if (found.size() >= wanted) {
        signal.send(found.get(wanted - 1).pid());
        killed = true;
      }
    }
  }
}
