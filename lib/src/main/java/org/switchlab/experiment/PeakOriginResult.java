package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.CostTable;
import org.switchlab.estimate.MissRegression;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.result.Presentation;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Whether the rise at L2 is the cache's or the TLB's. */
public final class PeakOriginResult extends SwitchCosts {

  /** Of what was found. */
  public PeakOriginResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** The rise on ordinary and on huge pages; empty if a setting it needs is missing. */
  public Optional<PageSizeContrast> contrast() {
    return find(Analysis.CONTRAST).flatMap(Rows::first).map(Analysis::contrast);
  }

  /** The measured costs explained by the emulated misses; empty without an emulator. */
  public Optional<MissRegression> regression() {
    return regressionRow().map(Analysis::regression);
  }

  /**
   * The part of the rise on ordinary pages that goes with emulated TLB misses, in ns; empty without
   * an emulator.
   */
  public Optional<Estimate> tlbPartNs() {
    return regressionRow().map(row -> row.estimate(Analysis.TLB_PART));
  }

  private Optional<Row> regressionRow() {
    return find(Analysis.REGRESSION).flatMap(Rows::first);
  }

  /**
   * Emulated misses of a switch, of this machine and of the paper's with one cause taken away at a
   * time; empty without an emulator.
   */
  public List<MissesPerSwitch> causes() {
    return find(PeakCauses.TABLE).map(PeakCauses::read).orElse(List.of());
  }

  /**
   * Costs on both page sizes, the rise on either, and, where misses were emulated, the costs
   * explained by them.
   */
  static final class Analysis extends CostAnalysis {

    /** Title of the table of the rise; it has a row if the points it needs were measured. */
    private static final String CONTRAST = "contrast";

    /**
     * Title of the table of the regression; only where misses were emulated and tell causes apart.
     */
    private static final String REGRESSION = "regression";

    /** Column of the part of the rise that goes with TLB misses. */
    private static final String TLB_PART = "tlbPart";

    private static final List<Column> CONTRAST_COLUMNS =
        List.of(
            Column.whole("fromBytes", Unit.BYTES, "smallest array"),
            Column.whole("toBytes", Unit.BYTES, "dearest array"),
            Column.estimate("rise", Unit.NS, "rise on ordinary pages"),
            Column.estimate("hugeRise", Unit.NS, "rise on huge pages"),
            Column.estimate("remaining", Unit.SHARE, "what remains of it"));

    private static final List<Column> REGRESSION_COLUMNS =
        List.of(
            Column.estimate("base", Unit.NS, "cost without misses"),
            Column.estimate("perCacheMiss", Unit.NS, "a line L2 does not hold"),
            Column.estimate("perTlbMiss", Unit.NS, "a page the dTLB does not hold"),
            Column.number("explainedShare", Unit.SHARE, "variance explained"),
            Column.count("settings", "settings"),
            Column.estimate(TLB_PART, Unit.NS, "part of the rise that goes with TLB misses"));

    @Override
    public List<Rows> tables(Plan plan, List<Observation> observations, Map<Setting, Stop> stops) {
      List<Rows> tables = new ArrayList<>(super.tables(plan, observations, stops));
      List<Row> contrast =
          PageSizeContrast.of(costs(plan, tables), plan.effort().level()).stream()
              .map(Analysis::row)
              .toList();
      tables.add(new Rows(CONTRAST, CONTRAST_COLUMNS, contrast));
      return tables;
    }

    @Override
    public List<Rows> tables(
        Plan plan, List<Observation> observations, Map<Setting, Stop> stops, List<Rows> facts) {
      List<Rows> tables = new ArrayList<>(tables(plan, observations, stops));
      List<MissesPerSwitch> causes =
          facts.stream()
              .filter(rows -> rows.title().equals(PeakCauses.TABLE))
              .flatMap(rows -> PeakCauses.read(rows).stream())
              .filter(MissesPerSwitch::here)
              .toList();
      Optional<PageSizeContrast> contrast = tables.getLast().first().map(Analysis::contrast);
      List<MissRegression.Observation> points =
          costs(plan, tables).stream().flatMap(cost -> point(cost, causes).stream()).toList();
      MissRegression.of(points, plan.effort().level())
          .map(line -> row(line, contrast, causes))
          .map(row -> new Rows(REGRESSION, REGRESSION_COLUMNS, List.of(row)))
          .ifPresent(tables::add);
      return tables;
    }

    private static List<CostEstimate> costs(Plan plan, List<Rows> tables) {
      return CostTable.read(plan, tables.get(0), tables.get(1));
    }

    /** A measured cost and the misses behind it, if they were emulated. */
    private static Optional<MissRegression.Observation> point(
        CostEstimate cost, List<MissesPerSwitch> causes) {
      Point at = Point.of(cost.setting(), KernelSwitchCost.SUBJECT);
      return causes.stream()
          .filter(cause -> cause.point().equals(at))
          .filter(_ -> !cost.passes().isEmpty())
          .findFirst()
          .map(
              cause ->
                  new MissRegression.Observation(
                      cost.passes(), cause.l2Misses(), cause.dtlbMisses()));
    }

    private static Row row(
        MissRegression line, Optional<PageSizeContrast> contrast, List<MissesPerSwitch> causes) {
      return Row.of(
          "base",
          line.baseNs(),
          "perCacheMiss",
          line.nsPerCacheMiss(),
          "perTlbMiss",
          line.nsPerTlbMiss(),
          "explainedShare",
          line.explainedShare(),
          "settings",
          line.points(),
          TLB_PART,
          contrast.map(
              rise ->
                  line.tlbPartNs(
                      tlbMisses(rise.toBytes(), causes) - tlbMisses(rise.fromBytes(), causes))));
    }

    private static double tlbMisses(long arrayBytes, List<MissesPerSwitch> causes) {
      return causes.stream()
          .filter(cause -> cause.point().arrayBytes() == arrayBytes)
          .filter(cause -> !cause.point().isHuge())
          .mapToDouble(MissesPerSwitch::dtlbMisses)
          .findFirst()
          .orElse(0);
    }

    private static Row row(PageSizeContrast contrast) {
      return Row.of(
          "fromBytes", contrast.fromBytes(),
          "toBytes", contrast.toBytes(),
          "rise", contrast.riseNs(),
          "hugeRise", contrast.hugeRiseNs(),
          "remaining", contrast.remainingShare());
    }

    /** The rise, from its row. */
    private static PageSizeContrast contrast(Row row) {
      return new PageSizeContrast(
          row.whole("fromBytes"),
          row.whole("toBytes"),
          known(row, "rise"),
          known(row, "hugeRise"),
          known(row, "remaining"));
    }

    /** The regression, from its row. */
    private static MissRegression regression(Row row) {
      return new MissRegression(
          known(row, "base"),
          known(row, "perCacheMiss"),
          known(row, "perTlbMiss"),
          row.number("explainedShare").orElseThrow(),
          Math.toIntExact(row.whole("settings")));
    }

    private static Estimate known(Row row, String name) {
      return Objects.requireNonNull(row.estimate(name), name);
    }
  }
}
