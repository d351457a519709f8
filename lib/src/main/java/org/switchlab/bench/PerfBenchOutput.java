package org.switchlab.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code perf bench sched pipe} prints. */
final class PerfBenchOutput {

  private static final Pattern EXECUTED =
      Pattern.compile(
          "^# Executed (\\d+) pipe operations between two processes$", Pattern.MULTILINE);

  /** Six decimals, unlike the total time beside it, which has three. */
  private static final Pattern MICROSECONDS_PER_OPERATION =
      Pattern.compile("^\\s*(\\d+\\.\\d+) usecs/op$", Pattern.MULTILINE);

  private PerfBenchOutput() {}

  /**
   * The time of all operations together, in ns.
   *
   * @param operations how many must have been executed
   * @throws NotMeasurableException if that is not what the output says
   */
  static double durationNs(String output, long operations) throws NotMeasurableException {
    Matcher executed = EXECUTED.matcher(output);
    Matcher microseconds = MICROSECONDS_PER_OPERATION.matcher(output);
    if (!executed.find()
        || !microseconds.find()
        || !executed.group(1).equals(Long.toString(operations))) {
      throw new NotMeasurableException(
          "perf bench sched pipe did not print what it is known to print: " + output.strip());
    }
    return Double.parseDouble(microseconds.group(1)) * 1e3 * operations;
  }
}
