package org.switchlab.os;

/**
 * Something the kernel or the processor counts.
 *
 * @param name the name {@code perf list} gives it
 * @param type {@code perf_type_id} of {@code include/uapi/linux/perf_event.h}
 * @param config which event of that type
 * @param place where it happens, and so which {@link Ring} can be asked for
 */
public record Event(String name, int type, long config, Place place) {

  /** Where an event happens. */
  public enum Place {
    /** In the program or in the kernel; the rings can be told apart. */
    EITHER_RING,
    /** In the kernel alone: counted for {@link Ring#USER} it would read 0, and lie. */
    KERNEL_ALONE,
    /** It is a time, which the kernel does not divide by ring. */
    UNDIVIDED
  }

  private static final int HARDWARE = 0;
  private static final int SOFTWARE = 1;
  private static final int HARDWARE_CACHE = 3;
  private static final int RAW = 4;

  /** Processor time the task had, in ns. */
  public static final Event TASK_CLOCK = new Event("task-clock", SOFTWARE, 1, Place.UNDIVIDED);

  /** Page faults, served from memory or from a disk. */
  public static final Event PAGE_FAULTS = new Event("page-faults", SOFTWARE, 2, Place.EITHER_RING);

  /** Times the task was switched out. */
  public static final Event CONTEXT_SWITCHES =
      new Event("context-switches", SOFTWARE, 3, Place.KERNEL_ALONE);

  /** Times the task came to another CPU. */
  public static final Event CPU_MIGRATIONS =
      new Event("cpu-migrations", SOFTWARE, 4, Place.KERNEL_ALONE);

  /** Core cycles, of whatever length the clock gives them. */
  public static final Event CYCLES = hardware("cycles", 0);

  /** Instructions retired. */
  public static final Event INSTRUCTIONS = hardware("instructions", 1);

  /** Accesses to the last-level cache, as the processor's maker understands that. */
  public static final Event CACHE_REFERENCES = hardware("cache-references", 2);

  /** Misses in the last-level cache, as the processor's maker understands that. */
  public static final Event CACHE_MISSES = hardware("cache-misses", 3);

  /** Branches retired. */
  public static final Event BRANCHES = hardware("branches", 4);

  /** Branches that were predicted wrong. */
  public static final Event BRANCH_MISSES = hardware("branch-misses", 5);

  /** An event by the processor's own code: event and unit mask as the maker's manual has them. */
  public static Event raw(String name, long code) {
    return new Event(name, RAW, code, Place.EITHER_RING);
  }

  /**
   * An event of one of the processor's units, {@code /sys/bus/event_source/devices/UNIT}: its
   * {@code type}, and a code as its {@code format} folder lays it out.
   */
  public static Event ofUnit(String name, int unitType, long code) {
    return new Event(name, unitType, code, Place.EITHER_RING);
  }

  /**
   * An event that the kernel translates to whatever the processor has: {@code perf_hw_cache_id},
   * operation shifted by 8 and result by 16.
   */
  public static Event cache(String name, long config) {
    return new Event(name, HARDWARE_CACHE, config, Place.EITHER_RING);
  }

  /**
   * The same event of one unit of a processor that has several kinds of core.
   *
   * <p>The upper half of a generic event's code names the unit (PERF_PMU_TYPE_SHIFT): without it
   * the kernel would count on one kind of core only, and read 0 on the others.
   */
  public Event onUnit(int unitType) {
    return new Event(name, type, (long) unitType << Integer.SIZE | config, place);
  }

  private static Event hardware(String name, long config) {
    return new Event(name, HARDWARE, config, Place.EITHER_RING);
  }

  /** Refuses a ring in which the event cannot be counted. */
  void requireCountableIn(Ring ring) {
    if (place == Place.KERNEL_ALONE && ring == Ring.USER) {
      throw new IllegalArgumentException(
          name + " happens in the kernel alone: count it in Ring.KERNEL or Ring.BOTH");
    }
    if (place == Place.UNDIVIDED && ring != Ring.BOTH) {
      throw new IllegalArgumentException(
          name + " is not divided by ring: count it in Ring.BOTH, in a group of its own");
    }
  }
}
