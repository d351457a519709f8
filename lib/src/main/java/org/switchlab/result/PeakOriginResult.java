package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.MissRegression;
import org.switchlab.estimate.PageSizeContrast;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.plan.Point;
import org.switchlab.sample.Samples;
import org.switchlab.table.Estimate;
import org.switchlab.view.CacheMarks;
import org.switchlab.view.Heading;
import org.switchlab.view.PeakOriginChart;
import org.switchlab.view.PeakOriginFigure;
import org.switchlab.view.PeakOriginHtml;
import org.switchlab.view.PeakOriginTable;
import org.switchlab.view.PeakOriginText;
import org.switchlab.view.TextStyle;
import tech.tablesaw.api.Table;

/**
 * Whether the rise at L2 is the cache's or the TLB's.
 *
 * @param frame what every result has
 * @param samples raw observations
 * @param estimates one entry a point of the plan, in its order
 * @param causes emulated misses of a switch, of this machine and of the paper's with one cause
 *     taken away at a time; empty without an emulator
 */
public record PeakOriginResult(
    Frame frame, Samples samples, List<PointEstimate> estimates, List<MissesPerSwitch> causes)
    implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new PeakOriginKind();

  /** Keeps immutable copies. */
  public PeakOriginResult {
    estimates = List.copyOf(estimates);
    causes = List.copyOf(causes);
  }

  /** The rise on ordinary and on huge pages; absent if a point it needs is missing. */
  public @Nullable PageSizeContrast contrast() {
    List<CostEstimate> costs = estimates.stream().map(CostEstimate::of).toList();
    return PageSizeContrast.of(costs, plan().protocol().level(), plan().seed()).orElse(null);
  }

  /** The measured costs explained by the emulated misses; absent without an emulator. */
  public @Nullable MissRegression regression() {
    List<MissRegression.Observation> observations =
        estimates.stream().map(this::observation).flatMap(Optional::stream).toList();
    return MissRegression.of(observations, plan().protocol().level(), plan().seed()).orElse(null);
  }

  /**
   * The part of the rise on ordinary pages that goes with emulated TLB misses, in ns; absent
   * without an emulator.
   */
  public @Nullable Estimate tlbPartNs() {
    MissRegression line = regression();
    PageSizeContrast contrast = contrast();
    if (line == null || contrast == null) {
      return null;
    }
    return line.tlbPartNs(tlbMissesAt(contrast.toBytes()) - tlbMissesAt(contrast.fromBytes()));
  }

  private double tlbMissesAt(long arrayBytes) {
    return causes.stream()
        .filter(cause -> cause.here() && cause.point().arrayBytes() == arrayBytes)
        .filter(cause -> cause.point().pageBytes() == Point.BASE_PAGE_BYTES)
        .mapToDouble(MissesPerSwitch::dtlbMisses)
        .findFirst()
        .orElse(0);
  }

  private Optional<MissRegression.Observation> observation(PointEstimate estimate) {
    return causes.stream()
        .filter(cause -> cause.here() && cause.point().equals(estimate.point()))
        .filter(_ -> !estimate.processMediansNs().isEmpty())
        .findFirst()
        .map(
            cause ->
                new MissRegression.Observation(
                    estimate.processMediansNs(), cause.l2Misses(), cause.dtlbMisses()));
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public PeakOriginResult withFrame(Frame newFrame) {
    return new PeakOriginResult(newFrame, samples, estimates, causes);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(
        SwitchCostKind.SAMPLES, SamplesCsv.text(samples).getBytes(UTF_8),
        SwitchCostKind.ESTIMATES, Json.bytes(estimates),
        PeakOriginKind.CAUSES, Json.bytes(causes));
  }

  /** What the chart draws. */
  public PeakOriginFigure figure() {
    return new PeakOriginFigure(
        new Heading(plan().title(), provenance(), warnings()),
        estimates,
        CacheMarks.of(machine()),
        contrast(),
        causes,
        regression());
  }

  private String provenance() {
    String emulated = causes.isEmpty() ? "" : " · misses emulated";
    return "costs %s · %s%s".formatted(source().word(), machine().headline(), emulated);
  }

  @Override
  public Table table() {
    return PeakOriginTable.of(figure());
  }

  @Override
  public XYChart chart() {
    return PeakOriginChart.of(figure());
  }

  @Override
  public String toHtml() {
    return PeakOriginHtml.render(figure(), verdicts());
  }

  @Override
  public String toText(TextStyle style) {
    return PeakOriginText.render(figure(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }
}
