package org.switchlab.validity;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs that differ in chance alone.
 *
 * @param part what they are to show
 * @param costs planted
 * @param noise what disturbs them
 * @param passes of each run
 * @param runs how many of them
 */
public record Scenario(Part part, PlantedCosts costs, Noise noise, int passes, int runs) {

  /** What runs are to show. */
  public enum Part {
    /** Every curve under every noise. */
    NOISES(60, 6),
    /** Few passes and many, on a host that is quiet always, sometimes, never. */
    STATES(100, 6),
    /** Every noise again, each round made up: the sums of slots are put to the test too. */
    ROUNDS(25, 2),
    /** Steps of a tenth on a busy machine, with the usual budget. */
    POWER(150, 20),
    /** Fewer passes than any conclusion needs. */
    FEW(10, 2);

    private final int runs;
    private final int quickRuns;

    Part(int runs, int quickRuns) {
      this.runs = runs;
      this.quickRuns = quickRuns;
    }

    private int runs(boolean quick) {
      return quick ? quickRuns : runs;
    }
  }

  private static final int USUAL_PASSES = 20;

  /** What the usual budget of Fig. 3 has time for. */
  private static final int BUDGET_PASSES = 24;

  private static final List<Integer> FEW = List.of(1, 2);
  private static final List<Integer> PASSES = List.of(3, 5, 10, 20, 40);
  private static final List<Integer> QUICK_PASSES = List.of(3, 10);
  private static final List<Double> QUIET_SHARES = List.of(1.0, 0.8, 0.5, 0.2, 0.0);

  /** Whether each round is made up, or only what a slot's rounds come to. */
  public boolean byRounds() {
    return part == Part.ROUNDS;
  }

  /**
   * Everything that is put to the test.
   *
   * @param quick with few runs, for a first look
   */
  public static List<Scenario> all(boolean quick) {
    List<Scenario> all = new ArrayList<>();
    for (Noise noise : Noise.all()) {
      for (PlantedCosts costs : PlantedCosts.all()) {
        all.add(of(Part.NOISES, costs, noise, USUAL_PASSES, quick));
      }
      all.add(of(Part.ROUNDS, PlantedCosts.paper(), noise, USUAL_PASSES, quick));
    }
    for (double share : QUIET_SHARES) {
      for (int passes : quick ? QUICK_PASSES : PASSES) {
        all.add(of(Part.STATES, PlantedCosts.paper(), Noise.busy(share), passes, quick));
      }
    }
    for (PlantedCosts costs : PlantedCosts.ofTenths()) {
      all.add(of(Part.POWER, costs, Noise.busy(), BUDGET_PASSES, quick));
    }
    for (int passes : FEW) {
      all.add(of(Part.FEW, PlantedCosts.paper(), Noise.calm(), passes, quick));
    }
    return List.copyOf(all);
  }

  private static Scenario of(
      Part part, PlantedCosts costs, Noise noise, int passes, boolean quick) {
    return new Scenario(part, costs, noise, passes, part.runs(quick));
  }
}
