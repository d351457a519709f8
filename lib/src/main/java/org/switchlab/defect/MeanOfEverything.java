package org.switchlab.defect;

import java.util.OptionalDouble;
import org.switchlab.sample.Couple;

/**
 * The mean of all that was measured, whatever happened meanwhile: the paper's own 200 samples are
 * averaged so.
 *
 * <p>The flaw: disturbances only ever add time, and a few large ones move a mean as far as they
 * like. Batches that did not make their switches, and those in which a neighbour used the core, are
 * averaged in. The number is a property of the neighbours as much as of the switch.
 */
final class MeanOfEverything implements WrongMethod {

  @Override
  public String name() {
    return "mean-of-everything";
  }

  @Override
  public String what() {
    return "average all that was measured, disturbed or not (the paper's 200 samples)";
  }

  @Override
  public String why() {
    return "disturbances only add time, and a mean follows the largest of them";
  }

  @Override
  public boolean usesEverything() {
    return true;
  }

  @Override
  public OptionalDouble costNs(Pass pass) {
    return pass.of(Conduct.PAIRED).stream().mapToDouble(Couple::switchCostNs).average();
  }
}
