package org.switchlab.validity;

import java.util.List;

/**
 * What disturbs simulated slots.
 *
 * @param name in a word or two, for tables
 * @param scatter what varies from slot to slot, visit to visit and pass to pass
 * @param host its states, quiet and slow
 * @param interruptions what comes between
 * @param drift how much more the direct part takes at the end of a run than at its begin, as a
 *     share
 */
public record Noise(
    String name, Scatter scatter, Host host, Interruptions interruptions, double drift) {

  /**
   * Standard deviations, as shares.
   *
   * @param message of a slot's message
   * @param leg of a slot's message with a switch
   * @param layout of the walk's part from layout to layout, as a share of the cost, where arrays
   *     fill L2; smaller ones have less in proportion
   * @param visit the same from visit to visit
   * @param pass of what a whole pass adds to the direct part of all settings
   */
  public record Scatter(double message, double leg, double layout, double visit, double pass) {

    Scatter layouts(double share) {
      return new Scatter(message, leg, share, visit, pass);
    }
  }

  /**
   * States of the host.
   *
   * @param quietShare share of the time in which nobody slows it
   * @param stateSlots how many slots a state lasts on average
   * @param legShare standard deviation of how much more, or less, a slow state slows messages with
   *     a switch than messages without
   * @param slow by what factors slow states slow, each as often as the others; the least first
   */
  public record Host(double quietShare, double stateSlots, double legShare, List<Double> slow) {

    /** Keeps an immutable copy. */
    public Host {
      slow = List.copyOf(slow);
    }

    /** As slow as hosts with a neighbour were seen to be. */
    public Host(double quietShare, double stateSlots, double legShare) {
      this(quietShare, stateSlots, legShare, List.of(1.2, 1.35, 1.5));
    }

    /** Always quiet. */
    public static final Host QUIET = new Host(1, 1, 0);

    /** The factor of its best state. */
    double floorFactor() {
      return quietShare > 0 ? 1 : slow.getFirst();
    }

    /** The factor on average. */
    double meanFactor() {
      double slowFactor = slow.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      return quietShare + (1 - quietShare) * slowFactor;
    }
  }

  /**
   * What comes between.
   *
   * @param tail how much longer than its shortest time a round takes on average, as a share;
   *     exponential
   * @param perSecond interrupts in a second
   * @param interruptNs what one takes on average, in ns
   * @param heavy whether a few take very long (Pareto's distribution), or all about as long
   *     (exponential)
   * @param spoiledShare share of visits in which something else ran between the switches
   * @param rejectedShare share of slots that did not make their switches
   */
  public record Interruptions(
      double tail,
      double perSecond,
      double interruptNs,
      boolean heavy,
      double spoiledShare,
      double rejectedShare) {

    /** Time that interrupts take, as a share of what they interrupt. */
    double takenShare() {
      return perSecond * interruptNs / 1e9;
    }
  }

  private static final Scatter SMALL = new Scatter(0.006, 0.007, 0.02, 0.01, 0.002);
  private static final Interruptions FEW = new Interruptions(0.03, 100, 3_000, false, 0, 0.001);

  /** Next to nothing. */
  public static Noise calm() {
    return new Noise("calm", SMALL, Host.QUIET, FEW, 0);
  }

  /** Rounds now and then take very long. */
  public static Noise heavyTails() {
    return calm().but("heavy tails", new Interruptions(0.1, 500, 8_000, true, 0, 0.001));
  }

  /** Many interrupts, and visits spoiled by strangers. */
  public static Noise interrupts() {
    return calm().but("interrupts", new Interruptions(0.03, 2_000, 5_000, false, 0.03, 0.02));
  }

  /** Layouts of the arrays differ much. */
  public static Noise layouts() {
    return new Noise("layouts", SMALL.layouts(0.4), Host.QUIET, FEW, 0);
  }

  /** A neighbour that comes and goes from one visit to the next. */
  public static Noise shortStates() {
    return new Noise("slow visits", SMALL, new Host(0.7, 8, 0.02), FEW, 0);
  }

  /** A neighbour that stays for passes. */
  public static Noise longStates() {
    return new Noise("slow passes", SMALL, new Host(0.7, 600, 0.02), FEW, 0);
  }

  /** A host that becomes slower. */
  public static Noise drifting() {
    return new Noise("drift", SMALL, Host.QUIET, FEW, 0.01);
  }

  /** As on a busy virtual machine of two CPUs. */
  public static Noise busy() {
    return busy(0.6);
  }

  /** The same, quiet for this share of the time. */
  public static Noise busy(double quietShare) {
    return new Noise(
        "busy",
        new Scatter(0.006, 0.01, 0.4, 0.1, 0.005),
        new Host(quietShare, 40, 0.02),
        new Interruptions(0.05, 500, 5_000, false, 0.03, 0.01),
        0.005);
  }

  /** Each kind, the least first. */
  public static List<Noise> all() {
    return List.of(
        calm(),
        heavyTails(),
        interrupts(),
        layouts(),
        shortStates(),
        longStates(),
        drifting(),
        busy());
  }

  private Noise but(String other, Interruptions more) {
    return new Noise(other, scatter, host, more, drift);
  }
}
