package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.estimate.Activity;
import org.switchlab.estimate.Span;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Variant;

/**
 * Who ran when: a row a process, time in µs, a colour an activity.
 *
 * <p>Both flows are drawn over the same number of messages from the same zero, so that what pair
 * does beyond single is what sticks out.
 */
final class TimelineFigure {

  private static final double NS_PER_US = 1e3;

  /**
   * One process of one flow, as a row.
   *
   * @param name what the row is called
   * @param spans what the process did in a typical stretch
   */
  private record Lane(String name, List<Span> spans) {}

  private TimelineFigure() {}

  /** The figure of {@code result}. */
  static Figure of(TimelineResult result) {
    List<Lane> lanes = lanes(result);
    double endUs =
        lanes.stream()
            .flatMap(lane -> lane.spans.stream())
            .mapToDouble(span -> span.endNs() / NS_PER_US)
            .max()
            .orElse(1);
    return new Figure(
        result.heading(""),
        List.of(
            "A typical stretch of %d traced rounds; the time stamps themselves are in it."
                .formatted(result.rounds())),
        new Axis("time (µs)", LinearScale.between(0, endUs)),
        new Axis("", new RowScale(lanes.stream().map(Lane::name).toList(), List.of(), true)),
        marks(lanes));
  }

  /** The one process of single, and both of pair. */
  private static List<Lane> lanes(TimelineResult result) {
    List<Span> pair = result.typical(Variant.PAIR);
    return List.of(
        new Lane("single", result.typical(Variant.SINGLE)),
        new Lane("pair: parent", of(pair, Side.PARENT)),
        new Lane("pair: peer", of(pair, Side.PEER)));
  }

  private static List<Span> of(List<Span> spans, Side side) {
    return spans.stream().filter(span -> span.side() == side).toList();
  }

  private static List<Mark> marks(List<Lane> lanes) {
    List<Mark> marks = new ArrayList<>();
    for (Activity activity : Activity.values()) {
      List<Mark.Span> spans =
          IntStream.range(0, lanes.size())
              .boxed()
              .flatMap(row -> spans(lanes.get(row), row, activity))
              .toList();
      if (!spans.isEmpty()) {
        marks.add(new Mark.Spans(activity.words(), Look.line(tint(activity)), spans));
      }
    }
    return marks;
  }

  private static Stream<Mark.Span> spans(Lane lane, int row, Activity activity) {
    return lane.spans.stream()
        .filter(span -> span.activity() == activity)
        .map(span -> new Mark.Span(row, span.beginNs() / NS_PER_US, span.endNs() / NS_PER_US));
  }

  private static int tint(Activity activity) {
    return switch (activity) {
      case WALK -> 2;
      case SYSTEM_CALL -> 1;
      case SWITCH -> 3;
      case SWITCHED_OUT -> Look.GREY;
    };
  }
}
