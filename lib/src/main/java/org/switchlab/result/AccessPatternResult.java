package org.switchlab.result;

import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.view.AccessPatternChart;
import org.switchlab.view.AccessPatternTable;
import org.switchlab.view.AccessPatternViews;
import org.switchlab.view.Heading;
import org.switchlab.view.TextStyle;
import tech.tablesaw.api.Table;

/**
 * Which elements a walk touches, in order, for one or several strides.
 *
 * @param frame what every result has
 * @param patterns one entry a point of the plan, in its order
 */
public record AccessPatternResult(Frame frame, List<AccessPattern> patterns) implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new AccessPatternKind();

  /** Keeps an immutable copy. */
  public AccessPatternResult {
    patterns = List.copyOf(patterns);
  }

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public AccessPatternResult withFrame(Frame newFrame) {
    return new AccessPatternResult(newFrame, patterns);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(AccessPatternKind.PATTERNS, Json.bytes(patterns));
  }

  @Override
  public Table table() {
    return AccessPatternTable.of(patterns);
  }

  @Override
  public XYChart chart() {
    return AccessPatternChart.of(patterns, heading());
  }

  @Override
  public String toHtml() {
    return AccessPatternViews.html(patterns, heading(), verdicts());
  }

  @Override
  public String toText(TextStyle style) {
    return AccessPatternViews.text(patterns, heading(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  private Heading heading() {
    return frame.heading("no time in it");
  }
}
