package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.switchlab.claim.PeakByTlb;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.table.Column;
import org.switchlab.table.Pivot;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.warning.WarningCode;

/**
 * CS-19: is the peak at the L2 size the dTLB's or the L2's?
 *
 * <p>Varies the page size of the arrays around this machine's L2 size: huge pages take the TLB's
 * part away and leave the cache's. Beside it, emulated: the misses of a switch on the paper's
 * machine, with the TLB made endless, then L2. Reads: what remains of the rise.
 */
public final class PeakOrigin {

  /** Where the paper's peak is highest. */
  static final long STRIDE_BYTES = 64;

  private static final long USUAL_L2_BYTES = 1L << 20;

  /**
   * From where both arrays lie well inside L2 up to where either fits and both do not. Further up
   * the flow without switches misses as well, and the difference says nothing of the cause.
   */
  private static final Factor SIZES =
      Walks.SIZES.by((machine, quick) -> around(machine.cacheBytes(2).orElse(USUAL_L2_BYTES)));

  private static final Factor STRIDE = Walks.STRIDES.by(List.of(STRIDE_BYTES)).notSettable();

  private static final Factor PAGES =
      Factor.bytes("pageBytes", Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES).notSettable();

  private static final EffortOptions EFFORT =
      new EffortOptions(
          Efforts.adaptive().withPrecision(0.05),
          Efforts.adaptive().withPrecision(0.1).withBudgetMs(8_000),
          false);

  /** As data. */
  public static final Experiment<PeakOriginResult> EXPERIMENT =
      Experiment.experiment("peak-origin")
          .alias("cs19")
          .title("The rise at L2: the cache's or the TLB's?")
          .summary(
              "CS-19: what remains of the rise at L2 on huge pages, and which misses it goes with")
          .vary(SIZES, STRIDE, PAGES)
          .settings(PeakOrigin::settings)
          .by(
              KernelSwitchCost.paired(
                      EFFORT, task -> setting -> KernelSwitchCost.onOneCpu(setting, task))
                  .then(new PeakCauses()))
          .estimate(new PeakOriginAnalysis())
          .as(PeakOriginResult::new)
          .show(PeakOriginFigure::of)
          .tables(PeakOrigin::tables)
          .headline(PeakOrigin::headline)
          .notes(PeakOrigin::notes)
          .claim(
              "CS-19",
              (claim, result) ->
                  PeakByTlb.judge(
                      claim,
                      result.contrast().orElse(null),
                      result.tlbPartNs().orElse(null),
                      !result.has(WarningCode.NO_HUGE_PAGES)));

  private PeakOrigin() {}

  private static List<Long> around(long l2) {
    return List.of(l2 / 16, l2 / 8, l2 / 4, l2 / 8 * 3, l2 / 2, l2 / 8 * 5, l2 / 4 * 3);
  }

  private static List<Setting> settings(Choices choices) {
    List<Long> sizes = choices.wholes(SIZES.name());
    if (new TreeSet<>(sizes).size() < 2) {
      throw new IllegalArgumentException(
          "%s; a rise needs two or more, such as 64 KiB and the L2 size"
              .formatted(Plural.of(sizes.size(), "array size")));
    }
    return Walks.settings(sizes, List.of(STRIDE_BYTES)).stream()
        .flatMap(
            walk ->
                Stream.of(Point.BASE_PAGE_BYTES, Point.HUGE_PAGE_BYTES)
                    .map(bytes -> walk.with(PAGES.name(), bytes)))
        .toList();
  }

  /** Both page sizes side by side, then the causes. */
  private static List<Rows> tables(PeakOriginResult result) {
    Rows costs = Pivot.of(result.rows(), SIZES.name(), PAGES.name(), Column.ESTIMATE_NAME);
    List<Rows> tables = new ArrayList<>();
    tables.add(
        new Rows("Cost of one switch by array and pages, measured", costs.columns(), costs.rows()));
    result
        .find(PeakCauses.TABLE)
        .filter(causes -> !causes.isEmpty())
        .map(
            causes ->
                causes.only(
                    "model", "arrayBytes", "pageBytes", "l2MissesPerSwitch", "dtlbMissesPerSwitch"))
        .map(
            causes -> new Rows("Misses a switch causes, emulated", causes.columns(), causes.rows()))
        .ifPresent(tables::add);
    return tables;
  }

  private static String headline(PeakOriginResult result) {
    return result.contrast().map(PeakOriginWords::share).orElse("");
  }

  private static List<String> notes(PeakOriginResult result) {
    return Stream.concat(
            PeakOriginWords.paperMachine(result.causes()).stream(),
            result.regression().map(PeakOriginWords::regression).stream())
        .toList();
  }
}
