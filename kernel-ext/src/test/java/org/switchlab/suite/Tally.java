package org.switchlab.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of some tests.
 *
 * @param passed how many passed
 * @param failed the name of each that failed, or of a step that broke off
 * @param skipped the reason of each that was skipped
 * @param times how long they took, by group
 */
record Tally(int passed, List<String> failed, List<String> skipped, Times times) {

  static final Tally NONE = new Tally(0, List.of(), List.of());

  Tally {
    failed = List.copyOf(failed);
    skipped = List.copyOf(skipped);
  }

  /** One whose time nobody asks for. */
  Tally(int passed, List<String> failed, List<String> skipped) {
    this(passed, failed, skipped, Times.NONE);
  }

  /** The same, which took so long. */
  Tally taking(Times took) {
    return new Tally(passed, failed, skipped, took);
  }

  static Tally failure(String what) {
    return new Tally(0, List.of(what), List.of());
  }

  static Tally skip(String reason) {
    return new Tally(0, List.of(), List.of(reason));
  }

  Tally plus(Tally other) {
    return new Tally(
        passed + other.passed,
        joined(failed, other.failed),
        joined(skipped, other.skipped),
        times.plus(other.times));
  }

  /** This, or a failure if the program that ran the tests ended badly and no test says so. */
  Tally orFailureOf(String program, int exitCode) {
    boolean explained = exitCode == 0 || !failed.isEmpty();
    return explained ? this : plus(failure(program + " ended with exit code " + exitCode));
  }

  /** How often each reason for skipping was given, by reason. */
  Map<String, Integer> skippedByReason() {
    Map<String, Integer> counts = new TreeMap<>();
    skipped.forEach(reason -> counts.merge(reason, 1, Integer::sum));
    return counts;
  }

  /** {@code N passed, N failed, N skipped}. */
  String line() {
    return passed + " passed, " + failed.size() + " failed, " + skipped.size() + " skipped";
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
