package org.switchlab.view;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.Timeline;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Variant;
import org.switchlab.unit.Units;

/** A timeline for people: drawing, and what one message takes with and without a switch. */
public final class TimelineViews {

  private static final int ROW_WIDTH = 14;
  private static final int CELL_WIDTH = 12;
  private static final List<Activity> ROWS =
      List.of(Activity.WALK, Activity.SYSTEM_CALL, Activity.SWITCH);
  private static final String CAPTION = "What one message takes, median of the rounds";
  private static final String NOTE =
      "The switch counts with the parts of the system calls in which it happens: where a read waits,"
          + " all of that read is within the switch. Every step holds the time of one clock reading.";

  private TimelineViews() {}

  /** The whole result for a terminal. */
  public static String text(
      Timeline timeline, Heading heading, List<Verdict> verdicts, TextStyle style) {
    List<String> picture = new ArrayList<>(TimelineText.lines(timeline, style));
    ResultText.section(picture, message(timeline).stream().map(style::spell).toList());
    ResultText.section(picture, TextBlocks.wrap(switches(timeline), "", style.columns()));
    picture.addAll(TextBlocks.wrap(NOTE, "", style.columns()));
    return ResultText.render(
        heading.title(),
        List.of(heading.provenance()),
        picture,
        verdicts,
        heading.warnings(),
        style);
  }

  /** The whole result for a notebook or page. */
  public static String html(Timeline timeline, Heading heading, List<Verdict> verdicts) {
    return ResultHtml.render(
        TimelineChart.of(timeline, heading),
        verdicts,
        heading.warnings(),
        CAPTION,
        table(timeline) + Html.element("p", switches(timeline)) + Html.element("p", NOTE));
  }

  private static List<String> message(Timeline timeline) {
    List<String> lines = new ArrayList<>();
    lines.add(CAPTION + ":");
    lines.add(row("", "single", "pair"));
    for (Activity activity : ROWS) {
      lines.add(
          row(
              activity.words(),
              time(timeline, Variant.SINGLE, activity),
              time(timeline, Variant.PAIR, activity)));
    }
    return lines;
  }

  private static String row(String name, String single, String pair) {
    return TextBlocks.left(name, ROW_WIDTH)
        + TextBlocks.right(single, CELL_WIDTH)
        + TextBlocks.right(pair, CELL_WIDTH);
  }

  /** What does not happen takes no time; that is not the same as a time of zero. */
  private static String time(Timeline timeline, Variant variant, Activity activity) {
    double ns = timeline.messageNs(variant, activity);
    return ns == 0 ? "–" : Units.duration(ns);
  }

  /** One row an activity, single and pair side by side. */
  static String table(Timeline timeline) {
    StringBuilder table = new StringBuilder("<table class=\"switchlab-table\">\n");
    table.append("<tr><th></th><th class=\"n\">single</th><th class=\"n\">pair</th></tr>\n");
    for (Activity activity : ROWS) {
      table.append(
          "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n"
              .formatted(
                  activity.words(),
                  time(timeline, Variant.SINGLE, activity),
                  time(timeline, Variant.PAIR, activity)));
    }
    return table.append("</table>\n").toString();
  }

  private static String switches(Timeline timeline) {
    Batch pair = timeline.trace().pair();
    return "Switches in pair: %d seen in the time stamps, %d counted by the kernel, %d expected."
        .formatted(timeline.switchesSeen(), pair.switchesCounted(), pair.switchesExpected());
  }
}
