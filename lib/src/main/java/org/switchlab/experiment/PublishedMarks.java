package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.switchlab.claim.PublishedPoint;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;

/**
 * What a source prints, as marks on a chart of costs by array size: stars at a size, lines over a
 * range of sizes, and a line through the picture for what is said without an array.
 *
 * @param points the numbers at a size within the chart, or of no size
 * @param spans the numbers of ranges that reach into the chart
 */
record PublishedMarks(List<PublishedPoint> points, List<PublishedPoint> spans) {

  /** Numbers closer than this share have one label: two would cover one another. */
  private static final double CLOSE_SHARE = 0.15;

  private static final Look LINE = new Look(Look.BLACK, Look.Stroke.DOTTED, Look.Shape.NONE, false);
  private static final Look STAR = LINE.with(Look.Stroke.NONE).with(Look.Shape.STAR);

  /** Keeps immutable copies. */
  PublishedMarks {
    points = List.copyOf(points);
    spans = List.copyOf(spans);
  }

  /**
   * What a figure of the source shows within these sizes.
   *
   * @param figure as the datasets name it; empty if the chart redraws none
   */
  static PublishedMarks of(String figure, List<Long> sizesBytes) {
    if (figure.isEmpty()) {
      return new PublishedMarks(List.of(), List.of());
    }
    LongSummaryStatistics sizes = sizesBytes.stream().mapToLong(b -> b).summaryStatistics();
    return new PublishedMarks(
        PublishedPoint.ofFigure(figure).stream()
            .filter(point -> point.isDirect() || isInside(point, sizes))
            .toList(),
        PublishedPoint.spansOfFigure(figure).stream()
            .filter(span -> span.arrayBytes().orElseThrow() < sizes.getMax())
            .filter(span -> span.arrayToBytes().orElseThrow() > sizes.getMin())
            .toList());
  }

  private static boolean isInside(PublishedPoint point, LongSummaryStatistics sizes) {
    return point.arrayBytes().isPresent()
        && point.arrayBytes().getAsLong() >= sizes.getMin()
        && point.arrayBytes().getAsLong() <= sizes.getMax();
  }

  /** All numbers, which must have room on the chart, in µs. */
  double[] valuesUs() {
    return Stream.concat(points.stream(), spans.stream())
        .mapToDouble(PublishedPoint::value)
        .toArray();
  }

  /** The marks. */
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    points.stream().filter(PublishedPoint::isDirect).forEach(point -> marks.add(rule(point)));
    spans.stream().filter(this::isFirstOfAlike).forEach(span -> marks.add(level(span)));
    List<PublishedPoint> stars = points.stream().filter(p -> !p.isDirect()).toList();
    if (!stars.isEmpty()) {
      List<Dot> dots = stars.stream().map(PublishedMarks::star).toList();
      marks.add(new Mark.Series("published", STAR, dots));
      addLabels(stars, marks);
    }
    return marks;
  }

  private static Mark rule(PublishedPoint point) {
    String name = "published, no array: " + point.printed();
    return new Mark.Rule(name, LINE, false, point.value(), true);
  }

  /** One line for all strides of which the same is said. */
  private Mark level(PublishedPoint span) {
    LongSummaryStatistics strides =
        alike(span).stream().mapToLong(PublishedPoint::strideBytes).summaryStatistics();
    return new Mark.Level(
        "published, %d–%d B: %s".formatted(strides.getMin(), strides.getMax(), span.printed()),
        LINE,
        (double) span.arrayBytes().orElseThrow(),
        (double) span.arrayToBytes().orElseThrow(),
        span.value());
  }

  private List<PublishedPoint> alike(PublishedPoint span) {
    return spans.stream()
        .filter(other -> other.value() == span.value())
        .filter(other -> other.arrayBytes().equals(span.arrayBytes()))
        .filter(other -> other.arrayToBytes().equals(span.arrayToBytes()))
        .toList();
  }

  private boolean isFirstOfAlike(PublishedPoint span) {
    return alike(span).getFirst().equals(span);
  }

  private static Dot star(PublishedPoint point) {
    return new Dot(place(point), point.value(), Double.NaN, Double.NaN, words(point));
  }

  private static double place(PublishedPoint point) {
    return (double) point.arrayBytes().orElseThrow();
  }

  private static String words(PublishedPoint point) {
    return "%d B: %s".formatted(point.strideBytes(), point.printed());
  }

  /**
   * Words beside stars whose number differs from others at their size; those to the right after.
   */
  private static void addLabels(List<PublishedPoint> stars, List<Mark> marks) {
    List<Double> places =
        stars.stream()
            .filter(point -> isAlone(point, stars))
            .map(PublishedMarks::place)
            .distinct()
            .sorted()
            .toList();
    for (double place : places) {
      List<PublishedPoint> there =
          stars.stream()
              .filter(point -> place(point) == place && isAlone(point, stars))
              .sorted(Comparator.comparingDouble(PublishedPoint::value).reversed())
              .toList();
      boolean before = place == places.getFirst();
      for (List<PublishedPoint> close : close(there)) {
        String words = close.stream().map(PublishedMarks::words).collect(Collectors.joining(", "));
        double value = middle(close);
        marks.add(new Mark.Label(words, place, value, before));
      }
    }
  }

  private static double middle(List<PublishedPoint> close) {
    return DoubleStream.of(close.getFirst().value(), close.getLast().value())
        .average()
        .orElseThrow();
  }

  /** Falling numbers in groups that have one label. */
  private static List<List<PublishedPoint>> close(List<PublishedPoint> falling) {
    List<List<PublishedPoint>> groups = new ArrayList<>();
    for (PublishedPoint point : falling) {
      boolean joins =
          !groups.isEmpty()
              && groups.getLast().getLast().value() < point.value() * (1 + CLOSE_SHARE);
      if (!joins) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(point);
    }
    return groups;
  }

  /** Whether other strides are published with another number at the same size. */
  private static boolean isAlone(PublishedPoint point, List<PublishedPoint> points) {
    List<PublishedPoint> there =
        points.stream().filter(p -> p.arrayBytes().equals(point.arrayBytes())).toList();
    return there.size() > 1 && there.stream().filter(p -> p.value() == point.value()).count() == 1;
  }
}
