package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visitor;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/**
 * Couples whose switches cost what a test says, with a little seeded noise.
 *
 * @param costNs the cost at a setting, in ns
 * @param warnings what to say afterwards
 */
record SampleVisits(ToDoubleFunction<Setting> costNs, List<Warning> warnings) implements Visitor {

  private static final int COUPLES = 4;
  private static final long ROUNDS = 1_000;
  private static final long FLOOR_NS = 10_000;
  private static final double SINGLE_NS = 400;

  SampleVisits(ToDoubleFunction<Setting> costNs) {
    this(costNs, List.of());
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink) {
    Random noise = new Random(seed);
    for (int i = 0; i < COUPLES; i++) {
      double pairNs = 2 * (SINGLE_NS + costNs.applyAsDouble(setting) + 10 * noise.nextDouble());
      var couple =
          new Couple(
              i,
              noise.nextBoolean(),
              batch(Variant.SINGLE, SINGLE_NS, 0),
              batch(Variant.PAIR, pairNs, 2 * ROUNDS));
      couple.observations(setting, process, seed).forEach(sink);
    }
  }

  private static Batch batch(Variant variant, double roundNs, long switches) {
    long durationNs = Math.round(ROUNDS * roundNs);
    return new Batch(variant, ROUNDS, durationNs, FLOOR_NS, FLOOR_NS, switches, switches, 0, false);
  }

  /** What so many visits of each setting see, pass by pass. */
  List<Observation> seen(List<Setting> settings, int passes) {
    List<Observation> seen = new ArrayList<>();
    for (int pass = 0; pass < passes; pass++) {
      for (Setting setting : settings) {
        visit(setting, pass, 31L * pass + settings.indexOf(setting), seen::add);
      }
    }
    return seen;
  }
}
