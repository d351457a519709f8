package org.switchlab.view;

import java.util.List;
import java.util.stream.Stream;
import org.switchlab.estimate.Span;
import org.switchlab.estimate.Timeline;
import org.switchlab.sample.Side;
import org.switchlab.sample.Variant;

/**
 * One process of one flow, as a row of a timeline's picture.
 *
 * @param name what the row is called
 * @param spans what the process did in a typical stretch
 */
record Lane(String name, List<Span> spans) {

  /** Round trips of pair in the picture; of single as many messages, which is twice the rounds. */
  private static final int ROUND_TRIPS = 2;

  /** The three rows of a picture: the one process of single, and both of pair. */
  static List<Lane> of(Timeline timeline) {
    List<Span> single = timeline.typical(Variant.SINGLE, 2 * ROUND_TRIPS);
    List<Span> pair = timeline.typical(Variant.PAIR, ROUND_TRIPS);
    return Stream.of(
            new Lane("single", single),
            new Lane("pair: parent", of(pair, Side.PARENT)),
            new Lane("pair: peer", of(pair, Side.PEER)))
        .toList();
  }

  private static List<Span> of(List<Span> spans, Side side) {
    return spans.stream().filter(span -> span.side() == side).toList();
  }

  /** When the last of {@code lanes} ends, in ns. */
  static long endNs(List<Lane> lanes) {
    return lanes.stream()
        .flatMap(lane -> lane.spans.stream())
        .mapToLong(Span::endNs)
        .max()
        .orElse(1);
  }
}
