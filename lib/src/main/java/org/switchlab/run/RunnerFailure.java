package org.switchlab.run;

import org.jspecify.annotations.Nullable;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.Signal;

/** Words for what went wrong with a runner process. */
final class RunnerFailure {

  private RunnerFailure() {}

  static RunnerException in(
      Phase phase, @Nullable String problem, String stderr, @Nullable Throwable cause) {
    String lastWords = stderr.isEmpty() ? "" : "; its stderr ends: " + stderr;
    return new RunnerException(
        "the runner failed while %s: %s%s".formatted(phase, problem, lastWords), cause);
  }

  /** How the process ended and what that usually means. */
  static String explain(ExitStatus exit) {
    String meaning = exit.signal() == null ? "" : meaning(exit.signal());
    return "it " + exit.describe() + meaning;
  }

  private static String meaning(Signal signal) {
    return switch (signal) {
      case SIGKILL ->
          ", by the kernel or by somebody: memory ran out (see dmesg, and a container's memory"
              + " limit; a smaller array needs less), or a hand";
      case SIGXCPU ->
          ": it computed longer under SCHED_FIFO than its limit (RLIMIT_RTTIME) allows; use smaller"
              + " batches";
      case SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSYS ->
          ": it crashed; run it by hand with the same arguments under gdb";
      default -> ": somebody sent that";
    };
  }
}
