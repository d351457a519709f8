package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.claim.PublishedPoints;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;
import org.switchlab.view.CacheMarks;
import org.switchlab.view.CostDistribution;
import org.switchlab.view.DirectCostChart;
import org.switchlab.view.SwitchCostChart;
import org.switchlab.view.SwitchCostFigure;
import org.switchlab.view.SwitchCostHtml;
import org.switchlab.view.SwitchCostTable;
import org.switchlab.view.SwitchCostText;
import org.switchlab.view.TextStyle;
import tech.tablesaw.api.Table;

/**
 * What switches cost by array size and stride, or without any array.
 *
 * @param frame what every result has
 * @param samples raw observations
 * @param estimates one entry a point of the plan, in its order; those of a companion, another
 *     subject measured thinly beside, come last
 */
public record SwitchCostResult(Frame frame, Samples samples, List<PointEstimate> estimates)
    implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new SwitchCostKind();

  /** The file that grows by one process at a time while measuring. */
  public static final String SAMPLES = SwitchCostKind.SAMPLES;

  /** Keeps an immutable copy. */
  public SwitchCostResult {
    estimates = List.copyOf(estimates);
  }

  /** What one process measured, as rows of {@link #SAMPLES}. */
  public static String rows(ProcessSample sample) {
    return SamplesCsv.rows(sample);
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public SwitchCostResult withFrame(Frame newFrame) {
    return new SwitchCostResult(newFrame, samples, estimates);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(
        SwitchCostKind.SAMPLES, SamplesCsv.text(samples).getBytes(UTF_8),
        SwitchCostKind.ESTIMATES, Json.bytes(estimates));
  }

  @Override
  public Table table() {
    return SwitchCostTable.of(own());
  }

  /** The estimates of what the experiment is about: the subject of the plan's first point. */
  public List<PointEstimate> own() {
    return estimates.stream().filter(this::isOwn).toList();
  }

  /** The estimates of the subject measured beside it, to compare with; empty if there was none. */
  public List<PointEstimate> companion() {
    return estimates.stream().filter(estimate -> !isOwn(estimate)).toList();
  }

  private boolean isOwn(PointEstimate estimate) {
    return estimate.point().subject().equals(plan().points().getFirst().subject());
  }

  /** Cost over array size, or, if only the direct cost was measured, how it is distributed. */
  @Override
  public XYChart chart() {
    return isDirectOnly() ? DirectCostChart.of(distribution()) : SwitchCostChart.of(figure());
  }

  @Override
  public String toHtml() {
    return isDirectOnly()
        ? SwitchCostHtml.render(distribution(), verdicts())
        : SwitchCostHtml.render(figure(), verdicts());
  }

  @Override
  public String toText(TextStyle style) {
    return isDirectOnly()
        ? SwitchCostText.render(distribution(), verdicts(), style)
        : SwitchCostText.render(figure(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  private boolean isDirectOnly() {
    return plan().points().size() == 1 && plan().points().getFirst().isDirect();
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
        plan().title(),
        source().word(),
        machine().headline(),
        own(),
        published(),
        CacheMarks.of(machine()),
        warnings(),
        companion());
  }

  private List<PublishedPoint> published() {
    return plan().figure().isEmpty() ? List.of() : PublishedPoints.ofFigure(plan().figure());
  }
}
