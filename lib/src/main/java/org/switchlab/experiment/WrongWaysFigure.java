package org.switchlab.experiment;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.defect.Comparison;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Plural;
import org.switchlab.unit.Units;

/**
 * Wrong methods beside the right one: a row a method, with the interval of what it answers and the
 * range in which a single application of it answers.
 */
final class WrongWaysFigure {

  private static final double NS_PER_US = 1e3;

  /** The least median cost worth a linear part, in µs. */
  private static final double SMALLEST_US = 0.01;

  /** How far the right answer stands above the wrong one, in rows. */
  private static final double APART = 0.22;

  private static final int RIGHT = 0;
  private static final int WRONG = 3;

  private static final String NOTE =
      "Thick: interval of the answer. Thin: where 95 % of single applications of the method"
          + " answer.";

  private WrongWaysFigure() {}

  /** The figure of {@code result}. */
  static Figure of(WrongWaysResult result) {
    List<Comparison> all = result.comparisons();
    Look thin = new Look(WRONG, Look.Stroke.NONE, Look.Shape.NONE, false);
    return new Figure(
        result.heading(Units.share(result.plan().effort().level()) + " intervals"),
        List.of(NOTE),
        new Axis("cost of one switch (µs)", scale(all)),
        new Axis("", new RowScale(all.stream().map(Comparison::name).toList(), List.of(), true)),
        List.of(
            answers("right", RIGHT, all, Comparison::rightNs, -APART),
            answers("wrong", WRONG, all, Comparison::wrongNs, 0),
            new Mark.Series("applied once", thin, dots(all, WrongWaysFigure::once), true)));
  }

  private static Mark.Series answers(
      String name,
      int tint,
      List<Comparison> all,
      Function<Comparison, @Nullable Estimate> answerNs,
      double aside) {
    Look thick = Look.points(tint).with(Look.Shape.THICK);
    return new Mark.Series(
        name,
        thick,
        dots(all, (c, row) -> Dot.lying(answerNs.apply(c), row + aside, NS_PER_US, applied(c))),
        true);
  }

  /** A range has ends and no middle. */
  private static Dot once(Comparison comparison, int row) {
    return Dot.range(
        us(comparison.onceLowNs()), us(comparison.onceHighNs()), row, applied(comparison));
  }

  private static String applied(Comparison comparison) {
    return "applied " + Plural.of(comparison.applications(), "time");
  }

  private static List<Dot> dots(List<Comparison> all, Placing placing) {
    return IntStream.range(0, all.size()).mapToObj(i -> placing.dot(all.get(i), i)).toList();
  }

  private interface Placing {
    Dot dot(Comparison comparison, int row);
  }

  private static double us(@Nullable Double ns) {
    return ns == null ? Double.NaN : ns / NS_PER_US;
  }

  /** About what is right it is linear; a single application's range has room whatever it is. */
  private static Scale scale(List<Comparison> all) {
    List<Dot> answers =
        all.stream()
            .flatMap(c -> Stream.of(c.rightNs(), c.wrongNs()))
            .map(answerNs -> Dot.upright(0, answerNs, NS_PER_US, ""))
            .toList();
    double[] rightUs =
        all.stream()
            .map(Comparison::rightNs)
            .filter(Objects::nonNull)
            .mapToDouble(right -> right.value() / NS_PER_US)
            .toArray();
    double[] onceUs =
        all.stream()
            .flatMapToDouble(c -> DoubleStream.of(us(c.onceLowNs()), us(c.onceHighNs())))
            .toArray();
    return ValueAxis.symlog(rightUs, answers, SMALLEST_US, onceUs);
  }
}
