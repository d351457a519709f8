package org.switchlab.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Which calls of a program fail: each that it makes, the first times and one later time. */
final class Errors {

  /**
   * With these a program begins, ends or comes back from a signal: the kernel does not return from
   * them, or nobody is there yet. And brk(2) knows no errors: it answers where memory ends.
   */
  private static final Set<String> NEVER =
      Set.of("execve", "exit", "exit_group", "rt_sigreturn", "restart_syscall", "brk");

  private static final int FIRST = 3;

  private Errors() {}

  /**
   * A call that fails.
   *
   * @param time which of the calls of that name, from 1
   */
  record Failure(String call, String error, int time) {

    /** As in a fault's name. */
    String words() {
      return "%s:%s:%d".formatted(call, error, time);
    }

    /** As strace takes it. */
    String inject() {
      return "error=%s:when=%d".formatted(error, time);
    }
  }

  /**
   * Those of a program that makes {@code calls} so often.
   *
   * @param most how many at most
   * @param seed that it follows from which later time it is, and which of too many there are
   */
  static List<Failure> of(Map<String, Integer> calls, int most, long seed) {
    var random = new SplittableRandom(seed);
    List<Failure> all = new ArrayList<>();
    calls.forEach(
        (call, count) -> {
          if (!NEVER.contains(call)) {
            for (String error : Strace.ERRORS) {
              times(count, random).forEach(time -> all.add(new Failure(call, error, time)));
            }
          }
        });
    Collections.shuffle(all, new Random(seed));
    return all.subList(0, Math.min(most, all.size()));
  }

  private static Set<Integer> times(int count, SplittableRandom random) {
    Set<Integer> times = new TreeSet<>();
    for (int time = 1; time <= Math.min(FIRST, count); time++) {
      times.add(time);
    }
    if (count > FIRST) {
      times.add(random.nextInt(FIRST + 1, count + 1));
    }
    return times;
  }
}
