package org.switchlab.bench;

/**
 * Round trips that were timed and whose switches were counted.
 *
 * @param rounds round trips asked for; {@code perf} calls them operations
 * @param durationNs time of all of them, in ns
 * @param switches context switches the kernel counted
 */
record PipeRuns(long rounds, double durationNs, long switches) {

  /** Switches a round trip; 2 where one side answers the other. */
  double switchesPerRound() {
    return (double) switches / rounds;
  }

  /** Time of two switches with what stands between them, in ns. */
  double switchPairNs() {
    return durationNs / switches * 2;
  }
}
