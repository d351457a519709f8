package org.switchlab.figure;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.switchlab.warning.Warning;

/**
 * Everything a picture shows, whichever way it is drawn.
 *
 * @param heading what stands above it
 * @param notes what a reader must know of it, a line each
 * @param x the axis along
 * @param y the axis upward
 * @param marks from the back to the front
 */
public record Figure(Heading heading, List<String> notes, Axis x, Axis y, List<Mark> marks) {

  /** What a picture without any number says. */
  public static final String NOTHING = "nothing measured";

  /**
   * What stands above every picture of a result.
   *
   * @param title what was measured
   * @param provenance where the numbers come from, in one line: source, machine, level of intervals
   * @param warnings the doubts the result carries
   */
  public record Heading(String title, String provenance, List<Warning> warnings) {
    /** Keeps an immutable copy. */
    public Heading {
      warnings = List.copyOf(warnings);
    }
  }

  /** Keeps immutable copies. */
  public Figure {
    notes = List.copyOf(notes);
    marks = List.copyOf(marks);
  }

  /** The same for where the doubts are told beside it. */
  public Figure withoutDoubts() {
    Heading bare = new Heading(heading.title(), heading.provenance(), List.of());
    return new Figure(bare, notes, x, y, marks);
  }

  /** The marks of one kind, from the back to the front. */
  public <M extends Mark> List<M> marks(Class<M> kind) {
    return marks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether there is a mark of a kind. */
  public boolean has(Class<? extends Mark> kind) {
    return marks.stream().anyMatch(kind::isInstance);
  }

  /** Whether nothing in it was measured. */
  public boolean isEmpty() {
    Predicate<Mark> shows =
        mark ->
            switch (mark) {
              case Mark.Series series -> series.dots().stream().anyMatch(Dot::isThere);
              case Mark.Bars bars -> bars.dots().stream().anyMatch(Dot::isThere);
              case Mark.Steps steps -> steps.counts().stream().anyMatch(count -> count > 0);
              case Mark.Spans spans -> !spans.spans().isEmpty();
              case Mark.Cells cells -> !cells.cells().isEmpty();
              case Mark.Rug _, Mark.Rule _, Mark.Level _, Mark.Strip _, Mark.Label _ -> false;
            };
    return marks.stream().noneMatch(shows);
  }

  /**
   * Whether the place of a dot is hardly known in this figure: it is drawn hollow, and what of its
   * interval has no room is cut off.
   *
   * @param lying whether its interval lies along the x axis
   */
  public boolean isVague(Dot dot, boolean lying) {
    return dot.isVague((lying ? x : y).scale(), lying);
  }

  private boolean isCut(Dot dot, boolean lying) {
    Scale scale = (lying ? x : y).scale();
    return dot.goesBelow(scale) || dot.goesAbove(scale);
  }

  /** Whether it has a dot whose place is hardly known, or a bar whose interval has no room. */
  public boolean hasVague() {
    boolean lying = y.scale() instanceof RowScale;
    List<Mark.Bars> bars = marks(Mark.Bars.class);
    return Stream.concat(
            marks(Mark.Series.class).stream()
                .flatMap(some -> some.dots().stream().filter(dot -> isVague(dot, some.lying()))),
            bars.stream()
                .flatMap(some -> Stacks.raised(some, bars, lying).stream())
                .filter(dot -> isCut(dot, lying)))
        .findAny()
        .isPresent();
  }

  /** Where a value stands along, to place a series of one's own on the chart. */
  public double atX(double value) {
    return x.scale().toAxis(value);
  }

  /** Where a value stands upward. */
  public double atY(double value) {
    return y.scale().toAxis(value);
  }
}
