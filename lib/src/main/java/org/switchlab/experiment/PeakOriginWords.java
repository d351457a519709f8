package org.switchlab.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.MissRegression;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** What the origin of the peak says in sentences, the same for chart, page and terminal. */
final class PeakOriginWords {

  private PeakOriginWords() {}

  /** The number alone. */
  static String share(PageSizeContrast contrast) {
    return "What remains of the rise on huge pages: " + share(contrast.remainingShare());
  }

  /** The same with what it says. */
  static String remaining(PageSizeContrast contrast) {
    return "On huge pages %s of the rise from %s to %s remain: that much is not the TLB's."
        .formatted(
            share(contrast.remainingShare()),
            Units.bytes(contrast.fromBytes()),
            Units.bytes(contrast.toBytes()));
  }

  private static String share(Estimate share) {
    return "%s [%s, %s]"
        .formatted(Units.share(share.value()), bound(share.low()), bound(share.high()));
  }

  static String regression(MissRegression line) {
    return ("Over %d settings the measured cost goes with the emulated misses (%s of its variance):"
            + " %s a line that L2 does not hold, %s a page that the dTLB does not hold.")
        .formatted(
            line.points(),
            Units.share(line.explainedShare()),
            interval(line.nsPerCacheMiss()),
            interval(line.nsPerTlbMiss()));
  }

  /** What taking a cause away does to L2 misses at the size where the paper's machine has most. */
  static Optional<String> paperMachine(List<MissesPerSwitch> causes) {
    List<MissesPerSwitch> modelled = causes.stream().filter(cause -> !cause.here()).toList();
    Optional<MissesPerSwitch> worst =
        modelled.stream().max(Comparator.comparingDouble(MissesPerSwitch::l2Misses));
    return worst.map(
        most ->
            modelled.stream()
                .filter(cause -> cause.point().equals(most.point()))
                .map(PeakOriginWords::misses)
                .collect(
                    Collectors.joining(
                        "; ",
                        "On a model of the paper's machine, at %s, a switch misses: "
                            .formatted(Units.bytes(most.point().arrayBytes())),
                        ".")));
  }

  private static String misses(MissesPerSwitch cause) {
    return "%s lines in L2 and %s pages in the dTLB (%s)"
        .formatted(Math.round(cause.l2Misses()), Math.round(cause.dtlbMisses()), cause.model());
  }

  private static String interval(Estimate ns) {
    return Units.interval(ns.value(), ns.low(), ns.high());
  }

  /** A rise that some resamples lose in noise has a share without an end. */
  private static String bound(double share) {
    return Double.isFinite(share) ? Units.share(share) : "no limit";
  }
}
