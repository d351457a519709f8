package org.switchlab.result;

import java.util.Map;
import org.knowm.xchart.XYChart;
import org.switchlab.estimate.Timeline;
import org.switchlab.view.Heading;
import org.switchlab.view.TextStyle;
import org.switchlab.view.TimelineChart;
import org.switchlab.view.TimelineTable;
import org.switchlab.view.TimelineViews;
import tech.tablesaw.api.Table;

/**
 * Who ran when, in a few rounds with and without switches.
 *
 * @param frame what every result has
 * @param timeline the time stamps, and what each process did
 */
public record TimelineResult(Frame frame, Timeline timeline) implements Result {

  /** How it is stored. */
  public static final ResultKind KIND = new TimelineKind();

  @Override
  public ResultKind kind() {
    return KIND;
  }

  @Override
  public TimelineResult withFrame(Frame newFrame) {
    return new TimelineResult(newFrame, timeline);
  }

  @Override
  public Map<String, byte[]> ownFiles() {
    return Map.of(TimelineKind.TRACE, Json.bytes(timeline.trace()));
  }

  @Override
  public Table table() {
    return TimelineTable.of(timeline.spans());
  }

  @Override
  public XYChart chart() {
    return TimelineChart.of(timeline, heading());
  }

  @Override
  public String toHtml() {
    return TimelineViews.html(timeline, heading(), verdicts());
  }

  @Override
  public String toText(TextStyle style) {
    return TimelineViews.text(timeline, heading(), verdicts(), style);
  }

  @Override
  public String toString() {
    return toText(TextStyle.PLAIN);
  }

  private Heading heading() {
    return frame.heading("");
  }
}
