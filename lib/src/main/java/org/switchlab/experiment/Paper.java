package org.switchlab.experiment;

import java.util.List;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Claims;

/**
 * The whole paper: every figure that shows a measurement, in its order, and one answer to each
 * claim.
 */
public final class Paper {

  private static final Definition DEFINITION =
      new Definition(
          "paper",
          List.of("all"),
          "Deep Dive Into the Cost of Context Switch, on this machine",
          "",
          "every figure of the paper and every claim, one report, five minutes at most",
          Claims.load().stream().map(Claim::id).toList());

  static final Entry ENTRY = new Entry(DEFINITION, Paper::open);

  private Paper() {}

  /** Begins to set one up. */
  public static PaperExperiment open() {
    return new PaperExperiment(DEFINITION);
  }
}
