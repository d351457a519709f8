package org.switchlab.experiment;

import java.util.List;

/**
 * CS-19: is the peak at the L2 size the dTLB's or the L2's?
 *
 * <p>Varies the page size of the arrays around this machine's L2 size: huge pages take the TLB's
 * part away and leave the cache's. Beside it, emulated: the misses of a switch on the paper's
 * machine, with the TLB made endless, then L2. Reads: what remains of the rise.
 */
public final class PeakOrigin {

  private static final Definition DEFINITION =
      new Definition(
          "peak-origin",
          List.of("cs19"),
          "The rise at L2: the cache's or the TLB's?",
          "",
          "CS-19: what remains of the rise at L2 on huge pages, and which misses it goes with",
          List.of("CS-19"));

  static final Entry ENTRY = new Entry(DEFINITION, PeakOrigin::open);

  private PeakOrigin() {}

  /** Begins to set one up. */
  public static PeakOriginExperiment open() {
    return new PeakOriginExperiment(DEFINITION);
  }
}
