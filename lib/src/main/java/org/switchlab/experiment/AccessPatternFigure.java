package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.plan.Point;

/**
 * The order of touches: a grid a stride, side by side, a row a cache line, shaded by when each
 * element is touched.
 */
final class AccessPatternFigure {

  /** Lines of an array that are drawn; the pattern repeats. */
  private static final int MOST_LINES = 32;

  /** Room between two grids, in elements. */
  private static final int GAP = 2;

  /** What the paper prints, and what is drawn. */
  private static final String ERRATUM =
      "Erratum: Algorithm 1 as printed steps its inner loop by i, which never ends for i = 0; this"
          + " is the walk that is measured, which steps by the stride.";

  private AccessPatternFigure() {}

  /** The figure of {@code result}. */
  static Figure of(AccessPatternResult result) {
    List<AccessPattern> patterns = result.patterns();
    List<Mark> grids = new ArrayList<>();
    int left = 0;
    for (AccessPattern pattern : patterns) {
      String name = "stride %d B".formatted(pattern.point().strideBytes());
      grids.add(new Mark.Cells(name, left, cells(pattern)));
      left += perLine(pattern) + GAP;
    }
    int lines = patterns.stream().mapToInt(AccessPatternFigure::linesDrawn).max().orElse(1);
    List<String> names = IntStream.range(0, lines).mapToObj(line -> "line " + line).toList();
    int width = Math.max(1, left - GAP);
    return new Figure(
        result.heading("no time in it"),
        notes(patterns),
        new Axis("element within its cache line, one grid a stride", LinearScale.between(0, width)),
        new Axis("cache line", new RowScale(names, List.of(), true)),
        grids);
  }

  private static List<String> notes(List<AccessPattern> patterns) {
    List<String> notes = new ArrayList<>();
    notes.add("Dark is touched early, light late; a number is the place in the order of touches.");
    notes.add(ERRATUM);
    if (patterns.stream().anyMatch(pattern -> lines(pattern) > MOST_LINES)) {
      notes.add("Only the first %d lines are drawn.".formatted(MOST_LINES));
    }
    return notes;
  }

  private static List<Mark.Cell> cells(AccessPattern pattern) {
    int perLine = perLine(pattern);
    int[] touches = pattern.touchByIndex();
    int last = Math.max(1, pattern.touches() - 1);
    return IntStream.range(0, Math.min(touches.length, linesDrawn(pattern) * perLine))
        .filter(index -> touches[index] >= 0)
        .mapToObj(
            index ->
                new Mark.Cell(
                    index % perLine,
                    index / perLine,
                    (double) touches[index] / last,
                    Integer.toString(touches[index])))
        .toList();
  }

  private static int perLine(AccessPattern pattern) {
    return pattern.lineBytes() / Point.ELEMENT_BYTES;
  }

  private static long lines(AccessPattern pattern) {
    return Math.ceilDiv(pattern.point().elements(), perLine(pattern));
  }

  private static int linesDrawn(AccessPattern pattern) {
    return (int) Math.min(MOST_LINES, lines(pattern));
  }
}
