package org.switchlab.defect;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * A way to measure the cost of a switch that somebody uses and that is wrong.
 *
 * <p>Each differs from the right one in as little as it can, so that the error has one cause.
 */
public interface WrongMethod {

  /** Its one name, as on the command line: {@code li-2007}. */
  String name();

  /** What it does, and who does so. */
  String what();

  /** Why that is wrong, and which way the error goes. */
  String why();

  /** What a pass must measure for it, beside the right way. */
  default Set<Conduct> needs() {
    return Set.of();
  }

  /**
   * Whether the method also uses what the right one leaves out: couples that did not make their
   * switches or found the machine disturbed. Most methods do in practice; here only those whose
   * flaw that is.
   */
  default boolean usesEverything() {
    return false;
  }

  /**
   * What the method answers when it is applied once, in ns.
   *
   * @param pass the measurements of that one application
   * @return empty if it has no answer
   */
  OptionalDouble costNs(Pass pass);
}
