package org.switchlab.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;
import org.switchlab.sample.SlotVisit;

/**
 * Makes up the slots of a run whose costs are known, so that estimates and verdicts can be held
 * against the truth. Nothing is measured: all follows from the seed.
 *
 * <p>Pass by pass every setting is visited once, in random order, while the state of the host goes
 * on from slot to slot: what one visit sees, the next one sees too, for a while.
 */
public final class SlotSimulator {

  private static final double MESSAGE_NS = 480;

  /** What touching one element takes where it is in a cache. */
  private static final double ELEMENT_NS = 0.45;

  private static final double MEBIBYTE = 1 << 20;

  /** What everything included takes beyond the typical, at the usual and at the worst. */
  private static final double TAIL_SHARE = 0.03;

  private static final long ROUNDS = 300;

  private final PlantedCosts costs;
  private final SlotNoise noise;
  private final Random random;
  private double slowdown;

  /**
   * A machine with these costs.
   *
   * @param seed of all that is random
   */
  public SlotSimulator(PlantedCosts costs, SlotNoise noise, long seed) {
    this.costs = costs;
    this.noise = noise;
    this.random = new Random(seed);
    this.slowdown = nextState();
  }

  /** Observations of a run, in the order measured. */
  public List<Observation> observations(List<Setting> settings, int passes, int slots) {
    List<Observation> observations = new ArrayList<>();
    for (SlotVisit visit : visits(settings, passes, slots)) {
      visit
          .slots()
          .forEach(slot -> observations.add(slot.observation(visit.setting(), visit.pass(), 1)));
    }
    return observations;
  }

  /** The visits of a run, in the order measured, with so many slots each. */
  public List<SlotVisit> visits(List<Setting> settings, int passes, int slots) {
    List<SlotVisit> visits = new ArrayList<>();
    for (int pass = 0; pass < passes; pass++) {
      double shared = 1 + noise.passShare() * random.nextGaussian();
      shared += noise.drift() * pass / Math.max(1, passes - 1);
      List<Setting> order = new ArrayList<>(settings);
      Collections.shuffle(order, random);
      for (Setting setting : order) {
        visits.add(visit(setting, pass, slots, shared));
      }
    }
    return visits;
  }

  private SlotVisit visit(Setting setting, int pass, int slots, double shared) {
    Point point = Point.of(setting, "simulated");
    double strangers = random.nextDouble() < noise.spoiledShare() ? 1 + random.nextDouble() : 1;
    List<Slot> made = new ArrayList<>();
    for (int i = 0; i < slots; i++) {
      made.add(slot(i, point, shared * strangers));
      if (random.nextDouble() < 1 / noise.regimeSlots()) {
        slowdown = nextState();
      }
    }
    return new SlotVisit(setting, pass, made);
  }

  private double nextState() {
    return random.nextDouble() < noise.quietShare()
        ? 1
        : noise.slowdown() * (1 + noise.slowdownShare() * random.nextGaussian());
  }

  private Slot slot(int index, Point point, double shared) {
    double messageNs = slowdown * MESSAGE_NS * (1 + noise.messageShare() * random.nextGaussian());
    double legNs =
        slowdown * (MESSAGE_NS + shared * costs.directNs()) + noise.legNs() * random.nextGaussian();
    double walkNs = ELEMENT_NS * point.elements();
    double layoutNs = noise.layoutShare() * walkNs * Math.min(1, point.arrayBytes() / MEBIBYTE);
    double betweenNs =
        walkNs + costs.costNs(point) - costs.directNs() + layoutNs * random.nextGaussian();
    long expected = 2 * ROUNDS;
    return new Slot(
        index,
        4,
        ROUNDS,
        messageNs,
        messageNs * tail(),
        legNs,
        legNs * tail(),
        walkNs,
        walkNs * tail(),
        betweenNs,
        betweenNs * tail(),
        expected,
        random.nextDouble() < noise.rejectedShare() ? expected / 2 : expected,
        0,
        false);
  }

  /** Mostly little, now and then much: what timers and interrupts add to a plain mean. */
  private double tail() {
    return 1 - TAIL_SHARE * Math.log(1 - random.nextDouble());
  }
}
