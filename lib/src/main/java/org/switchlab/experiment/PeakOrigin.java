package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.claim.PeakByTlb;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.MissRegression;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.SizeScale;
import org.switchlab.machine.Cache;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Layout;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.Stamped;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Pivot;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;
import org.switchlab.warning.WarningCode;

/**
 * CS-19: is the peak at the L2 size the dTLB's or the L2's?
 *
 * <p>Varies the page size of the arrays around this machine's L2 size: huge pages take the TLB's
 * part away and leave the cache's. They also end conflicts of page colour and let the prefetcher
 * run on, so both are measured again with neither: neighbouring frames, walked in random order.
 * Beside it, emulated: the misses of a switch on the paper's machine, with the TLB made endless,
 * then L2. Reads: what remains of the rise.
 */
public final class PeakOrigin {

  private static final double NS_PER_US = 1e3;

  /** Where the paper's peak is highest. */
  static final long STRIDE_BYTES = 64;

  /**
   * From where both arrays lie well inside L2 up to where either fits and both do not. Further up
   * the flow without switches misses as well, and the difference says nothing of the cause.
   */
  private static final Factor SIZES =
      Walks.SIZES.by(
          (machine, quick) -> around(machine.cacheBytes(2).orElse(Cache.USUAL_L2_BYTES)));

  private static final Factor STRIDE = Walks.STRIDES.by(List.of(STRIDE_BYTES)).notSettable();

  private static final Factor PAGES =
      Factor.bytes("pageBytes")
          .by((machine, quick) -> List.of(Point.ordinaryPageBytes(machine), Point.HUGE_PAGE_BYTES))
          .notSettable();

  private static final Factor LAYOUT = Factor.choice(Point.LAYOUT, Layout.words()).notSettable();

  private static final int PAGE_SIZES = 2;

  private static final String CONTROLLED =
      "Controlled: in neighbouring frames, walked in random order, so that neither conflicts of"
          + " page colour nor prefetching tell the pages apart.";

  private static final EffortOptions EFFORT =
      new EffortOptions(Efforts.usual().withBudgetMs(60_000), Efforts.quick().withBudgetMs(15_000));

  /** As data. */
  public static final Experiment<PeakOriginResult> EXPERIMENT =
      Experiment.experiment("peak-origin")
          .alias("cs19")
          .title("The rise at L2: the cache's or the TLB's?")
          .summary(
              "CS-19: what remains of the rise at L2 on huge pages, and which misses it goes with")
          .vary(SIZES, STRIDE, PAGES, LAYOUT)
          .settings(PeakOrigin::settings)
          .by(new Stamped(EFFORT, KernelSwitchCost.SUBJECT).then(new PeakCauses()))
          .estimate(new PeakOriginResult.Analysis())
          .as(PeakOriginResult::new)
          .show(PeakOrigin::figure)
          .tables(PeakOrigin::tables)
          .headline(PeakOrigin::headline)
          .notes(PeakOrigin::notes)
          .claim(
              "CS-19",
              (claim, result) ->
                  PeakByTlb.answer(
                      claim,
                      result.evidence(),
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
                Stream.of(Layout.values()).flatMap(layout -> onBothPages(walk, layout, choices)))
        .toList();
  }

  private static Stream<Setting> onBothPages(Setting walk, Layout layout, Choices choices) {
    return Stream.of(Point.ordinaryPageBytes(choices.machine()), Point.HUGE_PAGE_BYTES)
        .map(bytes -> walk.with(PAGES.name(), bytes).with(LAYOUT.name(), layout.word()));
  }

  /** Both page sizes side by side, for each layout; then the causes. */
  private static List<Rows> tables(PeakOriginResult result) {
    List<Rows> tables = new ArrayList<>();
    tables.add(costs("Cost of one switch by array and pages, measured", Layout.USUAL, result));
    Rows controlled =
        costs("The same on neighbouring frames, walked in random order", Layout.CONTROLLED, result);
    if (!controlled.isEmpty()) {
      tables.add(controlled);
    }
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

  private static Rows costs(String title, Layout layout, PeakOriginResult result) {
    Rows all = result.rows();
    List<Row> some =
        all.rows().stream().filter(row -> row.text(LAYOUT.name()).equals(layout.word())).toList();
    Rows costs =
        Pivot.of(
            new Rows(title, all.columns(), some), SIZES.name(), PAGES.name(), Column.ESTIMATE_NAME);
    return new Rows(title, costs.columns(), costs.rows());
  }

  private static String headline(PeakOriginResult result) {
    return result
        .contrast()
        .map(rise -> "What remains of the rise on huge pages: " + share(rise.remainingShare()))
        .orElse("");
  }

  private static List<String> notes(PeakOriginResult result) {
    return Stream.concat(
            PeakOrigin.paperMachine(result.causes()).stream(),
            result.regression().map(PeakOrigin::regression).stream())
        .toList();
  }

  /** Switch cost over array size, a line for each kind of pages and layout; the answer below. */
  private static Figure figure(PeakOriginResult result) {
    String ordinary = Units.bytes(Point.ordinaryPageBytes(result.machine()));
    List<Mark.Series> lines =
        Stream.of(
                line(ordinary + " pages", false, Layout.USUAL, 0, result),
                line("2 MiB pages", true, Layout.USUAL, 3, result),
                line(ordinary + ", controlled", false, Layout.CONTROLLED, 1, result),
                line("2 MiB, controlled", true, Layout.CONTROLLED, 4, result))
            .filter(line -> !line.dots().isEmpty())
            .toList();
    List<Dot> dots = lines.stream().flatMap(line -> line.dots().stream()).toList();
    SizeScale sizes = SizeScale.of(dots.stream().map(dot -> (long) dot.x()).toList());
    List<Mark> marks = new ArrayList<>(lines);
    CostFigure.caches(result.machine()).stream()
        .filter(cache -> isInside(cache, sizes))
        .forEach(marks::add);
    return new Figure(
        result.heading(numbers(result)),
        Stream.concat(
                result.contrast().map(PeakOrigin::remaining).stream(),
                lines.size() > PAGE_SIZES ? Stream.of(CONTROLLED) : Stream.empty())
            .toList(),
        new Axis("array size of each process (KiB)", sizes),
        new Axis("cost of one switch (µs)", ValueAxis.symlog(dots)),
        marks);
  }

  private static String numbers(PeakOriginResult result) {
    String intervals = Units.share(result.plan().effort().level()) + " intervals";
    return result.causes().isEmpty() ? intervals : intervals + " · misses emulated";
  }

  /** A cache beyond the sizes would stretch an axis that is to show a rise. */
  private static boolean isInside(Mark cache, SizeScale sizes) {
    double place = sizes.toAxis(((Mark.Rule) cache).at());
    return place >= sizes.axisMin() && place <= sizes.axisMax();
  }

  private static Mark.Series line(
      String name, boolean isHuge, Layout layout, int tint, PeakOriginResult result) {
    List<Dot> dots =
        result.estimates().stream()
            .filter(estimate -> estimate.point().isHuge() == isHuge)
            .filter(estimate -> estimate.point().layout() == layout)
            .sorted(Comparator.comparingLong(estimate -> estimate.point().arrayBytes()))
            .map(PeakOrigin::dot)
            .toList();
    return new Mark.Series(name, Look.line(tint).withoutBand(), dots);
  }

  private static Dot dot(CostEstimate estimate) {
    return Dot.upright(
        (double) estimate.point().arrayBytes(),
        estimate.switchCostNs(),
        NS_PER_US,
        Plural.of(estimate.passes().size(), "pass", "passes"));
  }

  /** The same with what it says. */
  private static String remaining(PageSizeContrast contrast) {
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

  private static String regression(MissRegression line) {
    return ("Over %d settings the measured cost goes with the emulated misses (%s of its variance):"
            + " %s a line that L2 does not hold, %s a page that the dTLB does not hold.")
        .formatted(
            line.points(),
            Units.share(line.explainedShare()),
            interval(line.nsPerCacheMiss()),
            interval(line.nsPerTlbMiss()));
  }

  /** What taking a cause away does to L2 misses at the size where the paper's machine has most. */
  private static Optional<String> paperMachine(List<MissesPerSwitch> causes) {
    List<MissesPerSwitch> modelled = causes.stream().filter(cause -> !cause.here()).toList();
    Optional<MissesPerSwitch> worst =
        modelled.stream().max(Comparator.comparingDouble(MissesPerSwitch::l2Misses));
    return worst.map(
        most ->
            modelled.stream()
                .filter(cause -> cause.point().equals(most.point()))
                .map(PeakOrigin::misses)
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
