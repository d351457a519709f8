package org.switchlab.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.switchlab.defect.Comparison;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;
import org.switchlab.unit.Units;
import org.switchlab.view.Heading;
import org.switchlab.view.ProtocolsChart;
import org.switchlab.view.ProtocolsTable;
import org.switchlab.view.ProtocolsViews;
import org.switchlab.view.TextStyle;
import tech.tablesaw.api.Table;

/**
 * Wrong methods beside the right one, on one machine in one run.
 *
 * @param frame what every result has
 * @param samples raw observations of all of them
 * @param comparisons one entry a wrong method
 */
public record ProtocolsResult(Frame frame, Samples samples, List<Comparison> comparisons)
    implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new ProtocolsKind();

  /** The file that grows while measuring. */
  public static final String SAMPLES = ProtocolsKind.SAMPLES;

  /** Keeps an immutable copy. */
  public ProtocolsResult {
    comparisons = List.copyOf(comparisons);
  }

  /** One part of a pass, as rows of {@link #SAMPLES}. */
  public static String rows(ProcessSample sample) {
    return SamplesCsv.rows(sample);
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public ProtocolsResult withFrame(Frame newFrame) {
    return new ProtocolsResult(newFrame, samples, comparisons);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(
        ProtocolsKind.SAMPLES, SamplesCsv.text(samples).getBytes(UTF_8),
        ProtocolsKind.COMPARISONS, Json.bytes(comparisons));
  }

  @Override
  public Table table() {
    return ProtocolsTable.of(comparisons);
  }

  @Override
  public XYChart chart() {
    return ProtocolsChart.of(comparisons, heading());
  }

  @Override
  public String toHtml() {
    return ProtocolsViews.html(comparisons, heading(), verdicts());
  }

  @Override
  public String toText(TextStyle style) {
    return ProtocolsViews.text(comparisons, heading(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  private Heading heading() {
    return frame.heading(Units.share(plan().protocol().level()) + " intervals");
  }
}
