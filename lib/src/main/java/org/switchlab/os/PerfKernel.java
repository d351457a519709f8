package org.switchlab.os;

/**
 * The four calls on the kernel that counting takes.
 *
 * <p>A seam: processors that are not at hand, and refusals that this machine does not make, can be
 * scripted behind it. Answers are the kernel's own: what was asked for, or an error number,
 * negated.
 */
public interface PerfKernel {

  /** The kernel this process runs on. */
  PerfKernel LIVE = new LivePerfKernel();

  /**
   * {@code perf_event_open(2)} on a task, on any CPU.
   *
   * @param attributes a {@code struct perf_event_attr}
   * @param tid the task
   * @param groupDescriptor the group's leader; -1 to open a leader
   * @return a descriptor, or an error number, negated
   */
  int open(byte[] attributes, int tid, int groupDescriptor);

  /**
   * {@code ioctl(2)} on a whole group.
   *
   * @return 0, or an error number, negated
   */
  int control(int descriptor, long request);

  /**
   * {@code read(2)}.
   *
   * @return how many bytes were read, or an error number, negated
   */
  long read(int descriptor, byte[] into);

  /** Gives a descriptor back. */
  void close(int descriptor);
}
