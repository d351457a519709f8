package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Visitor;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;
import org.switchlab.warning.Warning;

/**
 * Slots whose switches cost what a test says, with a little seeded noise; the cost is all direct.
 *
 * @param costNs the cost at a setting, in ns
 * @param warnings what to say afterwards
 */
record SampleSlots(ToDoubleFunction<Setting> costNs, List<Warning> warnings) implements Visitor {

  private static final int SLOTS = 4;
  private static final long ROUNDS = 1_000;
  private static final double MESSAGE_NS = 400;
  private static final double WALK_NS = 5_000;

  SampleSlots(ToDoubleFunction<Setting> costNs) {
    this(costNs, List.of());
  }

  @Override
  public void visit(Setting setting, int process, long seed, Consumer<Observation> sink) {
    Random noise = new Random(seed);
    for (int i = 0; i < SLOTS; i++) {
      double legNs = MESSAGE_NS + costNs.applyAsDouble(setting) + 10 * noise.nextDouble();
      sink.accept(slot(i, legNs).observation(setting, process, seed));
    }
  }

  private static Slot slot(int index, double legNs) {
    long switches = 2 * ROUNDS;
    return new Slot(
        index,
        4,
        ROUNDS,
        MESSAGE_NS,
        MESSAGE_NS,
        legNs,
        legNs,
        WALK_NS,
        WALK_NS,
        WALK_NS,
        WALK_NS,
        switches,
        switches,
        0,
        false);
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
