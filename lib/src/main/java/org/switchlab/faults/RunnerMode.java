package org.switchlab.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * A way to start the runner by hand.
 *
 * @param name in names of faults
 * @param words its arguments
 * @param input what it reads; empty for nothing
 * @param exact whether it answers the same each time, to the last digit
 */
record RunnerMode(String name, List<String> words, String input, boolean exact) {

  private static final String ARRAY = " --array-bytes 8192 --stride-bytes 64 --seed 1 --cpu CPU";
  private static final String SLOTS = " --slots 2 --slot-ns 1000000 --block-ns 200000";
  private static final String BATCHES = " --couples 2 --rounds 40";

  private static RunnerMode timed(String name, String words) {
    return new RunnerMode(name, List.of(words.split(" ")), "", false);
  }

  /**
   * Those that time something, on the CPU that stands for {@code CPU}.
   *
   * @param fifo whether there is the right to SCHED_FIFO, under which neighbours disturb less
   */
  static List<RunnerMode> timing(boolean fifo) {
    String array = ARRAY + (fifo ? " --fifo 1" : "");
    String huge = array.replace("8192", "2097152");
    return List.of(
        timed("stamped", "stamped pipe-pair" + array + SLOTS),
        timed("huge", "stamped pipe-pair" + huge + SLOTS + " --page-bytes 2097152"),
        timed("coloured", "stamped socketpair-process" + huge + SLOTS + " --pages coloured"),
        timed("futex", "futex-process" + array + BATCHES),
        timed("thread", "pipe-thread" + array + BATCHES),
        timed("gthread", "gthread" + array + BATCHES),
        timed(
            "fork",
            "fork-cost --array-bytes 65536 --count 4 --cpu CPU" + (fifo ? " --fifo 1" : "")),
        timed("timeline", "timeline" + array + " --rounds 4"),
        new RunnerMode(
            "drive",
            List.of(("drive" + array).split(" ")),
            "roundtrips 100\nsingles 100\nquit\n",
            false));
  }

  /** Those that count. */
  static List<RunnerMode> tracing() {
    List<RunnerMode> all = new ArrayList<>();
    for (String subject : List.of("pipe-pair", "futex-process", "gthread", "eventfd-thread")) {
      String words = "count-syscalls " + subject + " --rounds 2";
      all.add(new RunnerMode(subject, List.of(words.split(" ")), "", true));
    }
    return all;
  }
}
