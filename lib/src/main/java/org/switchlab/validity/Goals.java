package org.switchlab.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.switchlab.table.Estimate;

/**
 * How far what was found is from what is promised: 1 is just at the goal, more misses it. Shares
 * are taken as found; their intervals show what chance there is in that.
 */
final class Goals {

  /** Share of intervals that should hold the planted value: neither fewer nor more. */
  private static final double HELD = 0.95;

  private static final double HELD_WITHIN = 0.02;
  private static final double MOST_FALSE = 0.05;
  private static final double LEAST_DECIDED = 0.9;

  private final List<String> missed = new ArrayList<>();
  private double worst;
  private int count;

  /** In words and numbers. */
  static String promise() {
    return String.format(
        Locale.ROOT,
        "of simulated runs %.0f to %.0f %% of the 95 %% intervals hold the planted cost, at most"
            + " %.0f %% of the runs have a false verdict, and steps of a tenth of the cost are told"
            + " in %.0f %%",
        100 * (HELD - HELD_WITHIN),
        100 * (HELD + HELD_WITHIN),
        100 * MOST_FALSE,
        100 * LEAST_DECIDED);
  }

  /** Takes the share of intervals of a quantity that hold it. */
  void held(Quantity quantity, Estimate share) {
    boolean within = share.high() >= HELD - HELD_WITHIN && share.low() <= HELD + HELD_WITHIN;
    take(quantity.words(), Math.abs(share.value() - HELD) / HELD_WITHIN, within);
  }

  /** Takes the share of runs with a false verdict. */
  void falseRuns(Estimate share) {
    take("false verdicts", share.value() / MOST_FALSE, share.low() <= MOST_FALSE);
  }

  /** Takes the share of runs that decide a claim. */
  void decided(Estimate share) {
    double ratio = (1 - share.value()) / (1 - LEAST_DECIDED);
    take("power", ratio, share.high() >= LEAST_DECIDED);
  }

  private void take(String what, double ratio, boolean mayBeChance) {
    count++;
    worst = Math.max(worst, ratio);
    if (ratio > 1) {
      missed.add(mayBeChance ? what + "?" : what);
    }
  }

  /** The farthest of all. */
  double worst() {
    return worst;
  }

  /** How many were taken. */
  int count() {
    return count;
  }

  /**
   * What is farther than promised, in the order taken; with a question mark where more runs might
   * tell that it is not. Empty if nothing is.
   */
  List<String> missed() {
    return List.copyOf(missed);
  }
}
