package org.switchlab.os;

/**
 * A thread's scheduling policy and real-time priority, as {@code sched_setscheduler(2)} takes them.
 *
 * @param policy SCHED_OTHER, SCHED_FIFO, …, with its flags
 * @param priority 1..99 for the real-time policies, 0 for the others
 */
record SchedulingPolicy(int policy, int priority) {

  private static final int FIFO = 1;

  static SchedulingPolicy fifo(int priority) {
    return new SchedulingPolicy(FIFO, priority);
  }

  /** The policy a thread has. */
  static SchedulingPolicy of(int tid) {
    int policy = LibC.sched_getscheduler(tid);
    int[] priority = new int[1];
    if (policy < 0 || LibC.sched_getparam(tid, priority) != 0) {
      throw LibC.failure("sched_getscheduler(%d)".formatted(tid), "");
    }
    return new SchedulingPolicy(policy, priority[0]);
  }

  /** Gives the policy to a thread. */
  void applyTo(int tid) {
    if (LibC.sched_setscheduler(tid, policy, new int[] {priority}) != 0) {
      throw LibC.failure(
          "sched_setscheduler(%d, %s, %d)"
              .formatted(tid, policy == FIFO ? "SCHED_FIFO" : "policy " + policy, priority),
          Priority.REMEDY);
    }
  }
}
