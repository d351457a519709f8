package org.switchlab.experiment;

import java.util.List;

/**
 * What if the TLB were larger, the pages were larger, the L2 were inclusive?
 *
 * <p>Varies the modelled machine, one thing at a time, and runs the same switches on each. Reads:
 * how many misses of each kind a switch causes, and what they are estimated to cost.
 */
public final class WhatIf {

  private static final Definition DEFINITION =
      new Definition(
          "what-if",
          List.of("conclusion"),
          "What if: misses and estimated cost of a switch on a changed machine",
          "",
          "how misses of a switch change with TLB, pages, tags, inclusion, L1: emulated",
          List.of("CS-20"));

  static final Entry ENTRY = new Entry(DEFINITION, WhatIf::open);

  private WhatIf() {}

  /** Begins to set one up. */
  public static WhatIfExperiment open() {
    return new WhatIfExperiment(DEFINITION);
  }
}
