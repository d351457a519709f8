package org.switchlab.view;

import org.switchlab.estimate.Estimate;
import org.switchlab.estimate.MissRegression;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.unit.Units;

/** What the origin of the peak says in sentences, the same for chart, page and terminal. */
final class PeakOriginWords {

  private PeakOriginWords() {}

  static String remaining(PageSizeContrast contrast) {
    Estimate share = contrast.remainingShare();
    return "On huge pages %s [%s, %s] of the rise from %s to %s remain: that much is not the TLB's"
        .formatted(
            Units.share(share.value()),
            bound(share.low()),
            bound(share.high()),
            Units.bytes(contrast.fromBytes()),
            Units.bytes(contrast.toBytes()));
  }

  static String regression(MissRegression line) {
    return ("Over %d points the measured cost goes with the emulated misses (%s of its variance): %s a line that L2"
            + " does not hold, %s a page that the dTLB does not hold")
        .formatted(
            line.points(),
            Units.share(line.explainedShare()),
            interval(line.nsPerCacheMiss()),
            interval(line.nsPerTlbMiss()));
  }

  private static String interval(Estimate ns) {
    return Units.interval(ns.value(), ns.low(), ns.high());
  }

  /** A rise that some resamples lose in noise has a share without an end. */
  private static String bound(double share) {
    return Double.isFinite(share) ? Units.share(share) : "no limit";
  }
}
