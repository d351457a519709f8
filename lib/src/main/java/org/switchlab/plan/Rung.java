package org.switchlab.plan;

/**
 * One rung of the ladder from a function call to a switch of processes.
 *
 * @param name its stable name, as on the command line
 * @param subject the measured loop, as the runner names it
 * @param mechanism how the two sides wait for each other; rungs of one mechanism differ in scope
 *     alone
 * @param scope what the two sides share
 * @param adds what it adds to the rung before, one sentence
 */
public record Rung(String name, String subject, String mechanism, Scope scope, String adds) {

  /** Where its cost is measured: no array is walked. */
  public Point point() {
    return Point.direct(name);
  }
}
