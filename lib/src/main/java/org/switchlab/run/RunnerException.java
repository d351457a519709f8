package org.switchlab.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.ExitStatus;
import org.switchlab.os.Signal;

/** A runner process failed; the message names the stage, the cause and the end of its stderr. */
public sealed class RunnerException extends Exception permits UnavailableException {

  private static final long serialVersionUID = 1L;

  /** How far a runner process had come when something happened. */
  enum Stage {
    /** Until it says hello. */
    STARTING,
    /** Mapping its array, forking its peer, warming up, until it is ready. */
    PREPARING,
    /** Measuring batches, until it is gone. */
    RUNNING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** With the whole story in {@code message}. */
  public RunnerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static RunnerException in(
      Stage stage, @Nullable String problem, String stderr, @Nullable Throwable cause) {
    String lastWords = stderr.isEmpty() ? "" : "; its stderr ends: " + stderr;
    return new RunnerException(
        "the runner failed while %s: %s%s".formatted(stage, problem, lastWords), cause);
  }

  /** How a process ended and what that usually means. */
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
