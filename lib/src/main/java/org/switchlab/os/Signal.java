package org.switchlab.os;

import org.jspecify.annotations.Nullable;

/**
 * The standard signals of Linux, which x86-64 and aarch64 number alike: signal(7), {@code
 * include/uapi/asm-generic/signal.h}.
 */
public enum Signal {
  /** The terminal went away. */
  SIGHUP(1),
  /** Interrupt from the keyboard. */
  SIGINT(2),
  /** Quit from the keyboard. */
  SIGQUIT(3),
  /** Illegal instruction. */
  SIGILL(4),
  /** Breakpoint. */
  SIGTRAP(5),
  /** The program aborted itself. */
  SIGABRT(6),
  /** Memory that is mapped but cannot be had. */
  SIGBUS(7),
  /** Arithmetic error. */
  SIGFPE(8),
  /** Ends a process, whatever it wants. */
  SIGKILL(9),
  /** For the program's own use. */
  SIGUSR1(10),
  /** Memory that is not mapped. */
  SIGSEGV(11),
  /** For the program's own use. */
  SIGUSR2(12),
  /** Nobody reads the pipe. */
  SIGPIPE(13),
  /** Timer. */
  SIGALRM(14),
  /** Asks a process to end. */
  SIGTERM(15),
  /** Coprocessor stack fault, unused. */
  SIGSTKFLT(16),
  /** A child ended. */
  SIGCHLD(17),
  /** Goes on after a stop. */
  SIGCONT(18),
  /** Stops a process, whatever it wants. */
  SIGSTOP(19),
  /** Stop from the keyboard. */
  SIGTSTP(20),
  /** Background read from the terminal. */
  SIGTTIN(21),
  /** Background write to the terminal. */
  SIGTTOU(22),
  /** Urgent data. */
  SIGURG(23),
  /** A limit of processor time was reached: RLIMIT_CPU or RLIMIT_RTTIME. */
  SIGXCPU(24),
  /** A limit of file size was reached. */
  SIGXFSZ(25),
  /** Timer of processor time. */
  SIGVTALRM(26),
  /** Profiling timer. */
  SIGPROF(27),
  /** The window changed its size. */
  SIGWINCH(28),
  /** Descriptor ready. */
  SIGIO(29),
  /** Power failure. */
  SIGPWR(30),
  /** Bad system call. */
  SIGSYS(31);

  private final int number;

  Signal(int number) {
    this.number = number;
  }

  /** The number {@code kill(2)} takes. */
  public int number() {
    return number;
  }

  /** The signal with {@code number}, or null for a real-time signal. */
  static @Nullable Signal of(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : null;
  }

  /** Sends it to a process and says whether there was such a process. */
  public boolean send(long pid) {
    return kill(KernelThread.requirePid(pid));
  }

  /** Sends it to every process of a group in the same way. */
  public boolean sendToGroup(long group) {
    return kill(-KernelThread.requirePid(group));
  }

  private boolean kill(int target) {
    if (LibC.kill(target, number()) == 0) {
      return true;
    }
    if (LibC.errno() == Errno.ESRCH.number()) {
      return false;
    }
    throw LibC.failure(
        "kill(%d, %s)".formatted(target, this), "a process can signal only its own user's");
  }
}
