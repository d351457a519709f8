package org.switchlab.figure;

import java.util.ArrayList;
import java.util.List;

/** Bars that stand on one another: where each begins, and how high the stack is with it. */
public final class Stacks {

  private Stacks() {}

  /**
   * Where each of the {@code bars} begins, in values and in the order of its dots: on what stands
   * before it in its stack on the same side of zero.
   *
   * @param all the bars of the figure
   * @param lying whether bars lie along the x axis
   */
  public static List<Double> feet(Mark.Bars bars, List<Mark.Bars> all, boolean lying) {
    List<Mark.Bars> below =
        all.subList(0, all.indexOf(bars)).stream()
            .filter(other -> other.stack().equals(bars.stack()))
            .toList();
    return bars.dots().stream().map(dot -> foot(dot, below, lying)).toList();
  }

  private static double foot(Dot dot, List<Mark.Bars> below, boolean lying) {
    return below.stream()
        .flatMap(other -> other.dots().stream())
        .filter(other -> place(other, lying) == place(dot, lying))
        .mapToDouble(other -> value(other, lying))
        .filter(value -> !Double.isNaN(value) && value < 0 == value(dot, lying) < 0)
        .sum();
  }

  /** The dots moved onto their feet: how high the stack is with each, and the interval there. */
  public static List<Dot> raised(Mark.Bars bars, List<Mark.Bars> all, boolean lying) {
    List<Double> feet = feet(bars, all, lying);
    List<Dot> raised = new ArrayList<>();
    for (int i = 0; i < feet.size(); i++) {
      Dot dot = bars.dots().get(i);
      double foot = feet.get(i);
      double x = lying ? dot.x() + foot : dot.x();
      double y = lying ? dot.y() : dot.y() + foot;
      raised.add(new Dot(x, y, dot.low() + foot, dot.high() + foot, dot.hint()));
    }
    return raised;
  }

  private static double place(Dot dot, boolean lying) {
    return lying ? dot.y() : dot.x();
  }

  private static double value(Dot dot, boolean lying) {
    return lying ? dot.x() : dot.y();
  }
}
