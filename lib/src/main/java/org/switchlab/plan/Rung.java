package org.switchlab.plan;

import static org.switchlab.plan.Rung.Scope.PROCESS;
import static org.switchlab.plan.Rung.Scope.PROCESS_CROSS;
import static org.switchlab.plan.Rung.Scope.THREAD;
import static org.switchlab.plan.Rung.Scope.THREAD_CROSS;
import static org.switchlab.plan.Rung.Scope.USER;

import java.util.List;
import org.switchlab.unit.Named;

/**
 * One rung of the ladder from a function call to a switch of processes.
 *
 * @param name its stable name, as on the command line
 * @param subject the measured loop, as the runner names it
 * @param mechanism how the two sides wait for each other; rungs of one mechanism differ in scope
 *     alone
 * @param scope what the two sides share
 * @param adds what it adds to the rung before, one sentence
 */
public record Rung(String name, String subject, String mechanism, Scope scope, String adds) {

  /** The user-level switch with nothing to spare. */
  public static final String REGISTER = "gthread-register";

  /** The user-level switch as the paper had it. */
  public static final String GTHREAD = "gthread";

  /**
   * The kernel-level switch as the paper had it. It is the runner's subject {@link #PIPE_PAIR}, and
   * wherever a table names a subject it has that name; only the rung is named like its neighbours.
   */
  public static final String PIPE_PROCESS = "pipe-process";

  /** The measured loop of the paper's Fig. 3, as the runner names it. */
  public static final String PIPE_PAIR = "pipe-pair";

  /** Every rung from the floor up; names are stable. */
  public static final List<Rung> ALL =
      List.of(
          user("call", "The floor: the message is passed by a function call, nothing switches."),
          user("register", "A stack each, and a few registers are saved and loaded by hand."),
          user(REGISTER, "A thread library: run queue, mutex, and a look that finds no message."),
          user("ucontext", "Without library, but by swapcontext: a system call for the mask."),
          user("gthread-noalloc", "The library around swapcontext."),
          user("gthread-nomask", "A node of the run queue is allocated and freed."),
          user(GTHREAD, "The preemption signal is held meanwhile: two more system calls."),
          thread("sched-yield", "The kernel chooses and switches; nobody sleeps or is woken."),
          process("sched-yield", "The same between processes: the address space changes."),
          thread("futex", "One side sleeps until the other wakes it."),
          process("futex", "The same between processes: the address space changes."),
          thread("eventfd", "A file descriptor carries the wake-up: a write and a read."),
          process("eventfd", "The same between processes: the address space changes."),
          thread("pipe", "The pipe carries a byte as well, through a page and its lock."),
          process("pipe", "The same between processes: the switch of the paper's Fig. 3."),
          thread("socketpair", "A socket carries the byte: buffers, credentials, its own queue."),
          process("socketpair", "The same between processes: the address space changes."),
          cross("futex", THREAD_CROSS),
          cross("futex", PROCESS_CROSS),
          cross("eventfd", THREAD_CROSS),
          cross("eventfd", PROCESS_CROSS),
          cross("pipe", THREAD_CROSS),
          cross("pipe", PROCESS_CROSS),
          cross("socketpair", THREAD_CROSS),
          cross("socketpair", PROCESS_CROSS));

  /** How far a switch goes: what the two sides share, and on which CPUs they run. */
  public enum Scope {
    /** One kernel thread: the kernel does not know that anything switched. */
    USER("user"),
    /** Two threads of one process on one CPU: the address space stays. */
    THREAD("thread"),
    /** Two processes on one CPU: the address space changes too. */
    PROCESS("process"),
    /** Two threads of one process, each on a CPU of its own: a wake-up across CPUs. */
    THREAD_CROSS("thread-cross"),
    /** Two processes, each on a CPU of its own. */
    PROCESS_CROSS("process-cross");

    private final String word;

    Scope(String word) {
      this.word = word;
    }

    /** As shown and stored in tables. */
    public String word() {
      return word;
    }

    /** Whether the two sides run on two CPUs. */
    public boolean isCross() {
      return this == THREAD_CROSS || this == PROCESS_CROSS;
    }
  }

  /** Where its cost is measured: no array is walked. */
  public Point point() {
    return Point.direct(name);
  }

  /** All names, from the floor up. */
  public static List<String> names() {
    return ALL.stream().map(Rung::name).toList();
  }

  /**
   * The rung called {@code name}.
   *
   * @throws IllegalArgumentException listing the rungs there are
   */
  public static Rung named(String name) {
    return Named.find("rung", ALL, Rung::name, name);
  }

  private static Rung user(String name, String adds) {
    return new Rung(name, name, name, USER, adds);
  }

  private static Rung thread(String mechanism, String adds) {
    return kernel(mechanism, THREAD, adds);
  }

  private static Rung process(String mechanism, String adds) {
    return kernel(mechanism, PROCESS, adds);
  }

  private static Rung kernel(String mechanism, Scope scope, String adds) {
    String name = mechanism + "-" + scope.word();
    return new Rung(name, subject(name), mechanism, scope, adds);
  }

  private static String subject(String sameCpuName) {
    return sameCpuName.equals(PIPE_PROCESS) ? PIPE_PAIR : sameCpuName;
  }

  private static Rung cross(String mechanism, Scope scope) {
    Scope sameCpu = scope == THREAD_CROSS ? THREAD : PROCESS;
    return new Rung(
        mechanism + "-" + scope.word(),
        subject(mechanism + "-" + sameCpu.word()),
        mechanism,
        scope,
        "Two CPUs: one wakes the other, caches hand the message over.");
  }
}
