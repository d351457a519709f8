package org.switchlab.run;

import org.switchlab.plan.Point;

/**
 * The work of one fresh runner process.
 *
 * @param process which process of the point, from 0
 * @param seed seed of its order of batches and its stack and array offsets
 * @param batchNs wanted duration of a pair batch, in ns
 * @param fixedRounds round trips a batch, overriding {@code batchNs}; 0 to derive them
 * @param cpu logical CPU to run on
 * @param peerCpu logical CPU of the other side; {@code cpu} unless switches across CPUs are
 *     measured
 */
public record ProcessJob(
    Point point,
    int process,
    long seed,
    int couples,
    long batchNs,
    long fixedRounds,
    int cpu,
    int peerCpu) {

  /** The work with both sides on one CPU. */
  public ProcessJob(
      Point point, int process, long seed, int couples, long batchNs, long fixedRounds, int cpu) {
    this(point, process, seed, couples, batchNs, fixedRounds, cpu, cpu);
  }
}
