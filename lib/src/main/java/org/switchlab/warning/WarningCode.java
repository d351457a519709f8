package org.switchlab.warning;

/** Every kind of doubt a result can carry. Names are stable: they are stored in results. */
public enum WarningCode {
  /** SCHED_FIFO was refused: other tasks can preempt the measured ones. */
  NO_FIFO,
  /** The processes could not be pinned to one CPU. */
  NO_PINNING,
  /** Only one CPU is usable: the control plane shares it with the measured processes. */
  ONE_CPU,
  /** Other measurements on this host were not kept waiting: one of them may have run beside. */
  NOT_ALONE,
  /** Other programs used much of the CPU time that the run left to them. */
  OTHERS_BUSY,
  /** perf_event_open was refused. */
  NO_PERF_EVENTS,
  /** The machine has no hardware counters, or shows none to this kernel. */
  NO_HARDWARE_COUNTERS,
  /** Real-time throttling paused the measured processes, or could have. */
  RT_THROTTLING,
  /** The frequency governor lets the clock vary. */
  GOVERNOR,
  /** Turbo lets the clock vary. */
  TURBO,
  /** The measured CPU shares its core with another logical CPU. */
  SMT_SIBLING,
  /** The measured CPU is of a slower kind than others of this processor. */
  SLOW_CORE,
  /** A hypervisor stands below: a neighbour can disturb without being seen. */
  VIRTUAL_MACHINE,
  /** The hypervisor took time away (steal). */
  STEAL,
  /** A cgroup quota limits or throttled the measured processes. */
  CGROUP_QUOTA,
  /** The clock source is slow or coarse. */
  CLOCK_SOURCE,
  /** No machine could be emulated here: what rests on emulated counts is missing. */
  NO_EMULATOR,
  /** The processor has no counter that ticks evenly: the kernel's clock stamped the rounds. */
  STAMPED_BY_CLOCK,
  /** The kernel did not give an array the huge pages asked for. */
  NO_HUGE_PAGES,
  /** Each count was taken once: nothing tells how far it varies. */
  SINGLE_REPETITION,
  /** The kernel tells no size of a cache: array sizes lie around a guess. */
  CACHES_GUESSED,
  /** The caches that the kernel tells of are probably a hypervisor's invention. */
  CACHES_DOUBTED,
  /** A source of facts about the machine could not be read. */
  UNREADABLE,
  /** Other work slowed the machine most of the time. */
  MOSTLY_DISTURBED,
  /** A pass or a visit answers unlike the others of its setting. */
  OUTLIER_PROCESS,
  /** Slots or couples were left out: the switches counted in them are not those expected. */
  BATCHES_REJECTED,
  /** The budget ended before the interval was as narrow as asked. */
  PRECISION_NOT_REACHED,
  /** Rungs of the ladder that need a second CPU were left out. */
  RUNGS_LEFT_OUT,
  /** What a switch executes could not be counted. */
  WORK_NOT_COUNTED,
  /** The run was interrupted: what had been completed is kept. */
  INTERRUPTED,
  /** The result could not be written while measuring. */
  NOT_SAVED,
  /** A picture could not be drawn or written; the numbers are all there. */
  NO_PICTURE,
  /** The runner failed at some points: these are missing. */
  RUNNER_FAILED,
  /**
   * The processor is not in the catalogue: its counters were taken by the kernel's generic names.
   */
  GENERIC_EVENTS,
  /** A counter could not be opened: its event is missing. */
  EVENT_REFUSED,
  /** Counters were shared with somebody else: what could not be counted all the time is missing. */
  MULTIPLEXED,
  /** A source of counts that comes first could not be used: another one was. */
  SOURCE_PASSED_OVER,
  /** A recording lacks some of what was asked for. */
  NOT_RECORDED,
  /** Java code was measured in this JVM: its compiler and its collector are in the numbers. */
  IN_THIS_JVM,
  /** This machine lacks what some settings need: a toolchain, a library. */
  SETTINGS_LEFT_OUT,
  /** Too few visits or passes of a setting for an interval. */
  TOO_FEW_VISITS
}
