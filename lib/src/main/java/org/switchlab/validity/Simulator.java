package org.switchlab.validity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;

/**
 * Makes up the slots of a run whose costs are known: pass by pass every setting is visited once, in
 * random order, while the state of the host goes on from slot to slot. All follows from the seed.
 */
public final class Simulator {

  /** A message without a switch, in ns: usual on machines of today. */
  static final double MESSAGE_NS = 480;

  /** What somebody who runs between the switches adds to them on average, as a share. */
  static final double STRANGER = 0.5;

  /** What touching one element takes where it is in a cache, in ns. */
  private static final double ELEMENT_NS = 0.45;

  private final PlantedCosts costs;
  private final Noise noise;
  private final boolean byRounds;
  private final ToIntFunction<Setting> slotsOf;
  private final Random random;
  private final HostStates host;
  private final SlotMaker maker;

  /**
   * A machine as a scenario has it.
   *
   * @param slotsOf slots of a visit
   * @param seed of all that is random
   */
  public Simulator(Scenario scenario, ToIntFunction<Setting> slotsOf, long seed) {
    this.costs = scenario.costs();
    this.noise = scenario.noise();
    this.byRounds = scenario.byRounds();
    this.slotsOf = slotsOf;
    this.random = new Random(seed);
    this.host = new HostStates(noise.host(), random);
    this.maker = new SlotMaker(noise.interruptions(), random);
  }

  /** Observations of a run, in the order measured. */
  public List<Observation> observations(List<Setting> settings, int passes) {
    List<Observation> observations = new ArrayList<>();
    for (int pass = 0; pass < passes; pass++) {
      double factor = 1 + noise.scatter().pass() * random.nextGaussian();
      factor += noise.drift() * (pass / Math.max(1.0, passes - 1) - 0.5);
      List<Setting> order = new ArrayList<>(settings);
      Collections.shuffle(order, random);
      for (Setting setting : order) {
        visit(setting, pass, factor, observations);
      }
    }
    return observations;
  }

  private void visit(Setting setting, int pass, double passFactor, List<Observation> observations) {
    Point point = Point.of(setting, "");
    boolean spoiled = random.nextDouble() < noise.interruptions().spoiledShare();
    double factor = passFactor * (spoiled ? 1 + 2 * STRANGER * random.nextDouble() : 1);
    double visitNs = noise.scatter().visit() * layoutNs(point) * random.nextGaussian();
    for (int i = 0; i < slotsOf.applyAsInt(setting); i++) {
      SlotParts parts = parts(point, factor, visitNs);
      Slot slot = byRounds ? maker.rounds(i, parts) : maker.sums(i, parts);
      observations.add(slot.observation(setting, pass, 0));
      host.goOn();
    }
  }

  /** A walk that no switch comes between, in ns. */
  static double walkNs(Point point) {
    return ELEMENT_NS * point.elements();
  }

  /** What a standard deviation of 1 in layouts is, in ns. */
  private double layoutNs(Point point) {
    return costs.costNs(point) * Math.min(1, (double) point.arrayBytes() / PlantedCosts.L2_BYTES);
  }

  private SlotParts parts(Point point, double factor, double visitNs) {
    Noise.Scatter scatter = noise.scatter();
    double walkNs = walkNs(point);
    double messageNs = host.messageFactor() * MESSAGE_NS;
    double legNs = host.legFactor() * (MESSAGE_NS + factor * PlantedCosts.DIRECT_NS);
    return new SlotParts(
        messageNs * about(scatter.message()),
        legNs * about(scatter.leg()),
        walkNs,
        walkNs
            + costs.indirectNs(point)
            + visitNs
            + scatter.layout() * layoutNs(point) * random.nextGaussian());
  }

  private double about(double share) {
    return 1 + share * random.nextGaussian();
  }
}
