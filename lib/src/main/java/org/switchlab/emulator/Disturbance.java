package org.switchlab.emulator;

/**
 * What may make counts of the same work differ from one repetition to the next.
 *
 * @param timer whether the timer interrupts it, 250 times a second of the machine's time
 * @param placement whether stacks and physical pages are placed at random, by the seed
 */
public record Disturbance(boolean timer, boolean placement) {

  /** As on a machine: timer interrupts come, everything else repeats. */
  public static final Disturbance USUAL = new Disturbance(true, false);

  /** None of them. */
  public static final Disturbance NONE = new Disturbance(false, false);
}
