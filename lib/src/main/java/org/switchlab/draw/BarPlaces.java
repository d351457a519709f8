package org.switchlab.draw;

import java.util.List;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;
import org.switchlab.figure.Stacks;

/**
 * Where the bars of one name stand: those of one stack on one another, stacks beside each other.
 *
 * @param aside how far their middle stands from their place, in places
 * @param half half the width of one, in places
 * @param whisker how far their intervals stand from their middle, in places: of bars on one another
 *     each has its own, or they would cover one another
 * @param feet where each begins, in values; in the order of the dots
 * @param raised the dots on their feet
 */
record BarPlaces(double aside, double half, double whisker, List<Double> feet, List<Dot> raised) {

  /** Share of the way to the next place that the bars of one take together. */
  private static final double BARS_SHARE = 0.8;

  /** Half of what one bar fills of its part. */
  private static final double HALF_BAR_SHARE = 0.46;

  /** How far apart the intervals of one stack stand, as a share of its width. */
  private static final double WHISKERS_SHARE = 0.4;

  /** Keeps immutable copies. */
  BarPlaces {
    feet = List.copyOf(feet);
    raised = List.copyOf(raised);
  }

  /** The places of {@code bars}: the first stack of a place stands at the left, or highest. */
  static BarPlaces of(Figure figure, Mark.Bars bars) {
    boolean lying = FigureParts.hasRows(figure);
    List<Mark.Bars> all = figure.marks(Mark.Bars.class);
    List<String> stacks = all.stream().map(Mark.Bars::stack).distinct().toList();
    double part = BARS_SHARE * apart(figure, all, lying) / stacks.size();
    double aside = beside(stacks.indexOf(bars.stack()), stacks.size()) * part;
    List<Mark.Bars> stack = all.stream().filter(b -> b.stack().equals(bars.stack())).toList();
    int order = stack.indexOf(bars);
    double whisker = beside(order, stack.size()) * WHISKERS_SHARE * part / stack.size();
    // Places grow upward.
    return new BarPlaces(
        lying ? -aside : aside,
        HALF_BAR_SHARE * part,
        whisker,
        Stacks.feet(bars, all, lying),
        Stacks.raised(bars, all, lying));
  }

  private static double beside(int index, int count) {
    return index - (count - 1) / 2.0;
  }

  /** How far the places of bars are apart at least. */
  private static double apart(Figure figure, List<Mark.Bars> all, boolean lying) {
    Scale along = lying ? figure.y().scale() : figure.x().scale();
    double[] places =
        all.stream()
            .flatMap(some -> some.dots().stream())
            .mapToDouble(dot -> along.toAxis(place(dot, lying)))
            .filter(Double::isFinite)
            .sorted()
            .distinct()
            .toArray();
    double apart = places.length < 2 ? along.step() : Double.POSITIVE_INFINITY;
    for (int i = 1; i < places.length; i++) {
      apart = Math.min(apart, places[i] - places[i - 1]);
    }
    return apart;
  }

  private static double place(Dot dot, boolean lying) {
    return lying ? dot.y() : dot.x();
  }
}
