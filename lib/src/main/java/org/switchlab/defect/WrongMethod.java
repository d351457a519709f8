package org.switchlab.defect;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * A way to measure the cost of a switch that somebody uses and that is wrong.
 *
 * <p>Each differs from the right one in as little as it can, so that the error has one cause.
 *
 * @param name its one name, as on the command line: {@code li-2007}
 * @param what what it does, and who does so
 * @param why why that is wrong, and which way the error goes
 * @param needs what a pass must measure for it, beside the right way
 * @param usesEverything whether it also uses what the right one leaves out: couples that did not
 *     make their switches. Most methods do in practice; here only those whose flaw that is.
 * @param answer what it answers in ns from the pass of one application; empty if it has no answer
 */
public record WrongMethod(
    String name,
    String what,
    String why,
    Set<Conduct> needs,
    boolean usesEverything,
    Function<Pass, OptionalDouble> answer) {

  /**
   * What the method answers when it is applied once to {@code pass}, in ns, if it has an answer.
   */
  public OptionalDouble costNs(Pass pass) {
    return answer.apply(pass);
  }
}
