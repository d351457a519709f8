package org.switchlab.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;

/**
 * A runner process that is ready to measure, and what it said about that.
 *
 * @param pairRoundNs time of one round trip while warming up, in ns
 * @param singleRoundNs time of one message to itself while warming up, in ns
 * @param hugeBytes bytes of the array that stand on huge pages, in the process that got fewer; 0 if
 *     none were asked for or it could not tell
 * @param stamping how it stamps; null if it does not
 */
record ReadyRunner(
    RunnerProcess process,
    Launcher.TimeLimits limits,
    int peerPid,
    long pairRoundNs,
    long singleRoundNs,
    long hugeBytes,
    @Nullable Stamping stamping)
    implements AutoCloseable {

  /** As the runner's {@code ready} line has it. */
  static ReadyRunner of(
      RunnerProcess process, Launcher.TimeLimits limits, int peerPid, ProtocolLine line)
      throws MalformedLineException {
    return new ReadyRunner(
        process,
        limits,
        peerPid,
        line.number("pairRoundNs", 0),
        line.number("singleRoundNs", 0),
        line.hugeBytes(),
        line.has("stampSource") ? Stamping.of(line) : null);
  }

  /** How long a batch of {@code rounds} may take. */
  Duration limit(long rounds) {
    return limits.batch(rounds, Math.max(pairRoundNs, singleRoundNs));
  }

  /** Rounds of a pair batch that lasts about {@code pairNs}. */
  long rounds(long pairNs) {
    return Math.max(1, pairNs / Math.max(1, pairRoundNs));
  }

  /** Runs one batch of a driven runner. */
  Batch batch(Variant variant, long rounds) throws RunnerException, InterruptedException {
    process.send(command(variant, rounds));
    return process.batch(limit(rounds)).batch();
  }

  /** What a driven runner is told. */
  static String command(Variant variant, long rounds) {
    return (variant == Variant.PAIR ? "roundtrips " : "singles ") + rounds;
  }

  @Override
  public void close() {
    process.close();
  }
}
