package org.switchlab.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.claim.PublishedPoints;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Samples;
import org.switchlab.view.CacheMark;
import org.switchlab.view.ChartFiles;
import org.switchlab.view.CostDistribution;
import org.switchlab.view.DirectCostChart;
import org.switchlab.view.SwitchCostChart;
import org.switchlab.view.SwitchCostFigure;
import org.switchlab.view.SwitchCostHtml;
import org.switchlab.view.SwitchCostTable;
import org.switchlab.view.SwitchCostText;
import org.switchlab.view.TextStyle;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;
import tech.tablesaw.api.Table;

/**
 * A finished, or interrupted, experiment as one value: shows itself, saves itself, loads again
 * equal.
 *
 * @param source where its values come from
 * @param measuredAt when the run began, ISO 8601 in UTC
 * @param machine the machine measured
 * @param plan what was to be measured
 * @param samples raw observations
 * @param estimates one entry a point of the plan, in its order
 * @param verdicts answers to the claims the experiment bears on
 * @param warnings doubts, each kind once
 */
public record Result(
    Source source,
    String measuredAt,
    Machine machine,
    Plan plan,
    Samples samples,
    List<PointEstimate> estimates,
    List<Verdict> verdicts,
    List<Warning> warnings) {

  /** Keeps immutable copies. */
  public Result {
    estimates = List.copyOf(estimates);
    verdicts = List.copyOf(verdicts);
    warnings = List.copyOf(warnings);
  }

  /** Name of the experiment. */
  public String experiment() {
    return plan.experiment();
  }

  /** The estimates as a Tablesaw table; columns carry their unit, a missing value is undefined. */
  public Table table() {
    return SwitchCostTable.of(estimates);
  }

  /**
   * The figure as an XChart chart, to go on from: cost over array size, or, if only the direct cost
   * was measured, how it is distributed.
   */
  public XYChart chart() {
    return isDirectOnly() ? DirectCostChart.of(distribution()) : SwitchCostChart.of(figure());
  }

  /** The chart as an SVG document. */
  public byte[] chartSvg() {
    return ChartFiles.svg(chart());
  }

  /** The chart as a PNG picture. */
  public byte[] chartPng() {
    return ChartFiles.png(chart());
  }

  /** Chart, table, verdicts and warnings for a notebook or page. */
  public String toHtml() {
    return isDirectOnly()
        ? SwitchCostHtml.render(distribution(), verdicts)
        : SwitchCostHtml.render(figure(), verdicts);
  }

  /** Machine, table, drawing, verdicts and warnings for a terminal. */
  public String toText(TextStyle style) {
    return isDirectOnly()
        ? SwitchCostText.render(distribution(), verdicts, style)
        : SwitchCostText.render(figure(), verdicts, style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  private boolean isDirectOnly() {
    return plan.points().size() == 1 && plan.points().getFirst().isDirect();
  }

  private CostDistribution distribution() {
    return CostDistribution.of(figure(), samples);
  }

  /**
   * What the chart draws, to place marks of one's own on it: see {@link SwitchCostChart#x} and
   * {@link SwitchCostChart#y}.
   */
  public SwitchCostFigure figure() {
    return new SwitchCostFigure(
        plan.title(),
        source.word(),
        machine.headline(),
        estimates,
        published(),
        cacheMarks(),
        warnings);
  }

  private List<PublishedPoint> published() {
    return plan.figure().isEmpty() ? List.of() : PublishedPoints.ofFigure(plan.figure());
  }

  private List<CacheMark> cacheMarks() {
    return Stream.of(mark("L1d", 1), mark("L2", 2), mark("L3", 3)).flatMap(List::stream).toList();
  }

  private List<CacheMark> mark(String name, int level) {
    var bytes = machine.cacheBytes(level);
    return bytes.isPresent() ? List.of(new CacheMark(name, bytes.getAsLong())) : List.of();
  }

  /** Whether it carries a warning of this kind. */
  public boolean has(WarningCode code) {
    return warnings.stream().anyMatch(warning -> warning.code() == code);
  }

  /** The same with further doubts. */
  public Result withWarnings(List<Warning> further) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(further);
    return new Result(source, measuredAt, machine, plan, samples, estimates, verdicts, all);
  }

  /** The same, marked as coming from {@code newSource}. */
  public Result withSource(Source newSource) {
    return new Result(newSource, measuredAt, machine, plan, samples, estimates, verdicts, warnings);
  }

  /**
   * Writes a result folder.
   *
   * @throws ResultException if the folder cannot be written or already holds a result
   */
  public void save(Path folder) {
    ResultWriter writer = ResultWriter.begin(folder, source, measuredAt, machine, plan);
    samples.processes().forEach(writer::add);
    writer.finish(this);
  }

  /**
   * Reads a result folder back.
   *
   * @throws ResultException naming the file that is missing, cut or edited
   */
  public static Result load(Path folder) {
    return new ResultReader(folder).read();
  }
}
