package org.switchlab.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.Span;
import org.switchlab.estimate.Timeline;
import org.switchlab.unit.Units;

/** A timeline drawn in characters: a row a process, a sign for what it does most in each cell. */
final class TimelineText {

  private static final int NAME_WIDTH = 13;

  private final List<Lane> lanes;
  private final TextStyle style;
  private final int cells;
  private final double cellNs;

  private TimelineText(List<Lane> lanes, TextStyle style) {
    this.lanes = lanes;
    this.style = style;
    this.cells = style.columns() - NAME_WIDTH;
    this.cellNs = (double) Lane.endNs(lanes) / cells;
  }

  static List<String> lines(Timeline timeline, TextStyle style) {
    return new TimelineText(Lane.of(timeline), style).print();
  }

  private List<String> print() {
    List<String> lines = new ArrayList<>();
    for (Lane lane : lanes) {
      lines.add(TextBlocks.left(lane.name(), NAME_WIDTH) + row(lane));
    }
    String end = Units.duration(cellNs * cells);
    lines.add(" ".repeat(NAME_WIDTH) + "0" + TextBlocks.right(style.spell(end), cells - 1));
    String legend =
        Stream.of(Activity.values())
            .map(activity -> sign(activity) + " " + activity.words())
            .collect(Collectors.joining(",  "));
    lines.addAll(TextBlocks.wrap(legend, " ".repeat(NAME_WIDTH), style.columns()));
    return lines;
  }

  private String row(Lane lane) {
    StringBuilder row = new StringBuilder();
    for (int cell = 0; cell < cells; cell++) {
      double fromNs = cell * cellNs;
      row.append(
          lane.spans().stream()
              .filter(span -> overlapNs(span, fromNs) > 0)
              .max(Comparator.comparingDouble(span -> overlapNs(span, fromNs)))
              .map(span -> sign(span.activity()))
              .orElse(' '));
    }
    return row.toString().stripTrailing();
  }

  private double overlapNs(Span span, double fromNs) {
    return Math.min((double) span.endNs(), fromNs + cellNs)
        - Math.max((double) span.beginNs(), fromNs);
  }

  private char sign(Activity activity) {
    return switch (activity) {
      case WALK -> style.unicode() ? '█' : '#';
      case SYSTEM_CALL -> style.unicode() ? '▒' : '=';
      case SWITCH -> 'x';
      case SWITCHED_OUT -> style.unicode() ? '·' : '.';
    };
  }
}
