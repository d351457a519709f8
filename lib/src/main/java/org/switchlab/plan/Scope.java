package org.switchlab.plan;

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
