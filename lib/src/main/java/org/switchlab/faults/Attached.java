package org.switchlab.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A strace that looks at the threads a process has now, and not at what it starts. */
final class Attached implements AutoCloseable {

  private static final long MOMENT_S = 10;

  private final Process strace;

  private Attached(Process strace) {
    this.strace = strace;
  }

  /** Returns when it is attached; {@code expressions} are strace's {@code -e}. */
  static Attached to(int pid, Nest nest, String... expressions)
      throws NotAttachedException, IOException, InterruptedException {
    List<Long> threads = Processes.threads(pid);
    List<String> words = new ArrayList<>(List.of("strace", "-qq", "-o", Strace.log(nest)));
    for (String expression : expressions) {
      words.addAll(List.of("-e", expression));
    }
    threads.forEach(thread -> words.addAll(List.of("-p", Long.toString(thread))));
    Process strace = Ended.start(nest, words, java.nio.file.Path.of("/dev/null"));
    Attached attached = new Attached(strace);
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOMENT_S);
    while (!threads.stream().allMatch(thread -> Processes.isTraced(pid, thread))) {
      if (!strace.isAlive() || System.nanoTime() > deadlineNs) {
        attached.close();
        throw new NotAttachedException();
      }
      Thread.sleep(1);
    }
    return attached;
  }

  /** Tracing a process that runs is refused here. */
  static final class NotAttachedException extends IOException {
    private static final long serialVersionUID = 1L;

    NotAttachedException() {
      super("strace cannot trace a running process (set kernel.yama.ptrace_scope to 0)");
    }
  }

  /** Lets the process go on alone. */
  @Override
  public void close() throws IOException {
    strace.destroy();
    try {
      if (!strace.waitFor(MOMENT_S, TimeUnit.SECONDS)) {
        strace.destroyForcibly();
      }
    } catch (InterruptedException e) {
      strace.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
