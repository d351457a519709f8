package org.switchlab.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.switchlab.sample.Rounds;
import org.switchlab.sample.Rounds.Alone;
import org.switchlab.sample.Rounds.Counts;
import org.switchlab.sample.Rounds.Pair;
import org.switchlab.sample.Slot;

/** Makes slots of their parts: round by round, or at once with what rounds would have come to. */
final class SlotMaker {

  private static final double SLOT_NS = 7e6;

  /** What a fifth of the switches too few looks like: far beyond what is accepted. */
  private static final double SHORT = 0.8;

  private final Noise.Interruptions noise;
  private final Tails tails;
  private final Interrupts interrupts;
  private final RandomGenerator random;

  SlotMaker(Noise.Interruptions noise, RandomGenerator random) {
    this.noise = noise;
    this.tails = new Tails(noise.tail());
    this.interrupts = new Interrupts(noise, random);
    this.random = random;
  }

  private Counts counts(int rounds) {
    long expected = 2L * rounds;
    boolean isShort = random.nextDouble() < noise.rejectedShare();
    return new Counts(expected, isShort ? Math.round(SHORT * expected) : expected, 0, false);
  }

  /** Its sums alone: fast. */
  Slot sums(int index, SlotParts parts) {
    int rounds = parts.rounds(SLOT_NS);
    Counts counts = counts(rounds);
    return new Slot(
        index,
        1,
        rounds,
        parts.messageNs(),
        meanNs(parts.messageNs(), Tails.Of.ONE, rounds),
        parts.legNs(),
        meanNs(parts.legNs(), Tails.Of.BOTH_LEGS, rounds),
        parts.walkAloneNs(),
        meanNs(parts.walkAloneNs(), Tails.Of.ONE, rounds),
        parts.walkBetweenNs(),
        meanNs(parts.walkBetweenNs(), Tails.Of.ONE, rounds),
        counts.expected(),
        counts.voluntary(),
        counts.involuntary(),
        counts.migrated());
  }

  /** Both sides have such rounds. */
  private double meanNs(double typicalNs, Tails.Of trimmed, int rounds) {
    return tails.meanNs(typicalNs, trimmed) + interrupts.addedNs(typicalNs, 2 * rounds);
  }

  /** All its rounds, summed up as the runner does it. */
  Slot rounds(int index, SlotParts parts) {
    int rounds = parts.rounds(SLOT_NS);
    return new Rounds(
            many(rounds, () -> alone(parts)),
            many(rounds, () -> alone(parts)),
            many(rounds, () -> pair(parts)))
        .slot(index, 1, counts(rounds));
  }

  private static <T> List<T> many(int count, Supplier<T> round) {
    List<T> rounds = new ArrayList<>(count);
    IntStream.range(0, count).forEach(_ -> rounds.add(round.get()));
    return rounds;
  }

  private Alone alone(SlotParts parts) {
    return new Alone(
        roundNs(parts.messageNs(), Tails.Of.ONE), roundNs(parts.walkAloneNs(), Tails.Of.ONE));
  }

  private Pair pair(SlotParts parts) {
    return new Pair(
        roundNs(parts.legNs(), Tails.Of.BOTH_LEGS),
        roundNs(parts.legNs(), Tails.Of.BOTH_LEGS),
        roundNs(parts.walkBetweenNs(), Tails.Of.ONE),
        roundNs(parts.walkBetweenNs(), Tails.Of.ONE));
  }

  private double roundNs(double typicalNs, Tails.Of trimmed) {
    double shortestNs = tails.shortestNs(typicalNs, trimmed);
    double tailNs = -noise.tail() * shortestNs * Math.log(1 - random.nextDouble());
    return shortestNs + tailNs + interrupts.addedNs(typicalNs, 1);
  }
}
