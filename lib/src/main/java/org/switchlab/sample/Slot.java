package org.switchlab.sample;

import java.util.List;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Unit;

/**
 * All stamped rounds between two redraws of the arrays, message, switch and walk told apart.
 *
 * <p>A part has two values: the typical one is the mean without the upper {@value
 * Rounds#TRIMMED_PERCENT} % of the rounds, the other the mean of all. Each contains the price of
 * one stamp, so that their differences contain none. Nothing is hidden: a part or a difference may
 * be negative.
 *
 * @param index position in its process, from 0
 * @param groups how often it ran a block of each flow: single of either side, and pair
 * @param rounds timed rounds of each flow
 * @param messageNs sending and receiving an own message, without a switch, of either side, in ns
 * @param messageMeanNs the same, mean of all rounds
 * @param legNs from the end of one side's walk to the begin of the other's: the message with its
 *     switch, half of both ways, in ns
 * @param legMeanNs the same, mean of all rounds
 * @param walkAloneNs the walk of a side that no switch comes between, in ns
 * @param walkAloneMeanNs the same, mean of all rounds
 * @param walkBetweenNs the walk between two switches, in ns
 * @param walkBetweenMeanNs the same, mean of all rounds
 * @param switchesExpected switches that its pair rounds must make, two each, those that were not
 *     timed included
 * @param voluntarySwitches {@code ru_nvcsw} of both sides over these; user-level: of the library
 * @param involuntarySwitches {@code ru_nivcsw} of both sides over these; user-level: of the kernel
 * @param migrated whether either side was seen on another CPU than the one both are to be on
 */
public record Slot(
    int index,
    long groups,
    long rounds,
    double messageNs,
    double messageMeanNs,
    double legNs,
    double legMeanNs,
    double walkAloneNs,
    double walkAloneMeanNs,
    double walkBetweenNs,
    double walkBetweenMeanNs,
    long switchesExpected,
    long voluntarySwitches,
    long involuntarySwitches,
    boolean migrated) {

  private static final String GROUPS = "groups";
  private static final String ROUNDS = "rounds";
  private static final String MESSAGE = "messageNs";
  private static final String MESSAGE_MEAN = "messageMeanNs";
  private static final String LEG = "legNs";
  private static final String LEG_MEAN = "legMeanNs";
  private static final String WALK_ALONE = "walkAloneNs";
  private static final String WALK_ALONE_MEAN = "walkAloneMeanNs";
  private static final String WALK_BETWEEN = "walkBetweenNs";
  private static final String WALK_BETWEEN_MEAN = "walkBetweenMeanNs";
  private static final String EXPECTED = "switchesExpected";
  private static final String VOLUNTARY = "voluntarySwitches";
  private static final String INVOLUNTARY = "involuntarySwitches";
  private static final String MIGRATED = "migrated";

  /** What is seen of a slot; the process is the pass, the repetition the slot. */
  public static final List<Column> MEASURES =
      List.of(
          Column.count(Couple.SEED, "seed"),
          Column.count(GROUPS, "groups"),
          Column.count(ROUNDS, "rounds"),
          Column.number(MESSAGE, Unit.NS, "message"),
          Column.number(MESSAGE_MEAN, Unit.NS, "message, mean"),
          Column.number(LEG, Unit.NS, "leg"),
          Column.number(LEG_MEAN, Unit.NS, "leg, mean"),
          Column.number(WALK_ALONE, Unit.NS, "walk alone"),
          Column.number(WALK_ALONE_MEAN, Unit.NS, "walk alone, mean"),
          Column.number(WALK_BETWEEN, Unit.NS, "walk between"),
          Column.number(WALK_BETWEEN_MEAN, Unit.NS, "walk between, mean"),
          Column.count(EXPECTED, "switches expected"),
          Column.count(VOLUNTARY, "voluntary switches"),
          Column.count(INVOLUNTARY, "involuntary switches"),
          Column.flag(MIGRATED, "migrated"));

  /** Largest accepted share of expected switches that were not counted. */
  public static final double MOST_MISSING = 0.01;

  /**
   * Largest accepted share of the rounds that strangers' switches fall into. The typical parts
   * leave out {@value Rounds#TRIMMED_PERCENT} % of the rounds and so absorb that many, and more
   * they do not.
   */
  public static final double MOST_EXTRA = 0.1;

  /** What a switch takes itself, in ns: the leg beyond the message. */
  public double directNs() {
    return legNs - messageNs;
  }

  /** What a switch makes the next walk take longer, in ns. */
  public double indirectNs() {
    return walkBetweenNs - walkAloneNs;
  }

  /** The typical cost of a switch, direct and indirect, in ns. */
  public double costNs() {
    return directNs() + indirectNs();
  }

  /** The direct part of all rounds, those that something came between included, in ns. */
  public double meanDirectNs() {
    return legMeanNs - messageMeanNs;
  }

  /** The indirect part of all rounds, in ns. */
  public double meanIndirectNs() {
    return walkBetweenMeanNs - walkAloneMeanNs;
  }

  /** The cost of all rounds, in ns. */
  public double meanCostNs() {
    return meanDirectNs() + meanIndirectNs();
  }

  /** Two legs and two walks between switches, in ns, with the price of four stamps. */
  public double roundTripNs() {
    return 2 * (legNs + walkBetweenNs);
  }

  /** A message and a walk without a switch, in ns, with the price of two stamps. */
  public double singleNs() {
    return messageNs + walkAloneNs;
  }

  /** Switches that were counted, of both kinds. */
  public long switchesCounted() {
    return voluntarySwitches + involuntarySwitches;
  }

  /** Whether each leg holds the switch it stands for, as far as counts can tell. */
  public boolean denominatorHolds() {
    long extra = switchesCounted() - switchesExpected;
    return !migrated && extra >= -MOST_MISSING * switchesExpected && extra <= MOST_EXTRA * rounds;
  }

  /** As an observation of a pass. */
  public Observation observation(Setting setting, int pass, long seed) {
    return new Observation(setting, pass, index, row().with(Couple.SEED, seed));
  }

  private Row row() {
    return Row.of(
        GROUPS, groups,
        ROUNDS, rounds,
        MESSAGE, messageNs,
        MESSAGE_MEAN, messageMeanNs,
        LEG, legNs,
        LEG_MEAN, legMeanNs,
        WALK_ALONE, walkAloneNs,
        WALK_ALONE_MEAN, walkAloneMeanNs,
        WALK_BETWEEN, walkBetweenNs,
        WALK_BETWEEN_MEAN, walkBetweenMeanNs,
        EXPECTED, switchesExpected,
        VOLUNTARY, voluntarySwitches,
        INVOLUNTARY, involuntarySwitches,
        MIGRATED, migrated);
  }

  /** Whether an observation is a slot, and not a batch or what else a result may hold. */
  public static boolean isIn(Observation observation) {
    return observation.seen().has(LEG);
  }

  /** The slot that {@link #observation} told of. */
  public static Slot of(Observation observation) {
    Row seen = observation.seen();
    return new Slot(
        observation.repetition(),
        seen.whole(GROUPS),
        seen.whole(ROUNDS),
        ns(seen, MESSAGE),
        ns(seen, MESSAGE_MEAN),
        ns(seen, LEG),
        ns(seen, LEG_MEAN),
        ns(seen, WALK_ALONE),
        ns(seen, WALK_ALONE_MEAN),
        ns(seen, WALK_BETWEEN),
        ns(seen, WALK_BETWEEN_MEAN),
        seen.whole(EXPECTED),
        seen.whole(VOLUNTARY),
        seen.whole(INVOLUNTARY),
        seen.flag(MIGRATED));
  }

  private static double ns(Row seen, String name) {
    return seen.number(name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is missing in " + seen));
  }
}
