package org.switchlab.experiment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.switchlab.figure.Dot;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Mark;
import org.switchlab.figure.Scale;
import org.switchlab.figure.Stacks;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Unit;

/**
 * How numbers of a unit stand on an axis: the unit people read there, and the scale.
 *
 * @param perUnit how many units of the numbers are one of the axis: 1000 for ns on an axis of µs
 * @param sign the axis's unit: {@code µs}; empty if it has none
 */
public record ValueAxis(double perUnit, String sign) {

  /** From this median on, times stand in µs, the unit in which switch costs are published. */
  private static final double MICROS_FROM_NS = 100;

  private static final double MILLIS_FROM_NS = 1e6;

  /** The least median worth a linear part of an axis. */
  private static final double SMALLEST = 0.01;

  /** Numbers this many times apart stand on a logarithm. */
  private static final double FAR_APART = 50;

  /** The axis for numbers of {@code unit}, of which {@code values} are to be seen. */
  public static ValueAxis of(Unit unit, double... values) {
    if (unit != Unit.NS) {
      return new ValueAxis(1, unit.sign());
    }
    double[] sorted =
        Arrays.stream(values).filter(Double::isFinite).map(Math::abs).sorted().toArray();
    double median = sorted.length == 0 ? MICROS_FROM_NS : sorted[sorted.length / 2];
    if (median >= MILLIS_FROM_NS) {
      return new ValueAxis(1e6, "ms");
    }
    return median >= MICROS_FROM_NS ? new ValueAxis(1e3, "µs") : new ValueAxis(1, "ns");
  }

  /** A title with the axis's unit: {@code cost of one switch (µs)}. */
  public String title(String words) {
    return sign.isEmpty() ? words : words + " (" + sign + ")";
  }

  /**
   * A scale on which the dots and {@code further} values of the axis have room, and of the
   * intervals those that can be read: one that cannot would press all others flat and tell nothing
   * for it.
   */
  public static Scale symlog(Collection<Dot> dots, double... further) {
    return symlog(dots, SMALLEST, further);
  }

  /**
   * The same.
   *
   * @param smallest the least median worth a linear part
   */
  public static Scale symlog(Collection<Dot> dots, double smallest, double[] further) {
    double[] centres = dots.stream().filter(Dot::isThere).mapToDouble(Dot::y).toArray();
    return symlog(centres, dots, smallest, further);
  }

  /** The same with values about whose median the axis is linear. */
  static Scale symlog(double[] centres, Collection<Dot> dots, double[] further) {
    return symlog(centres, dots, SMALLEST, further);
  }

  /**
   * The same.
   *
   * @param centres the values about whose median the axis is linear
   */
  static Scale symlog(double[] centres, Collection<Dot> dots, double smallest, double[] further) {
    Scale ofValues = scale(centres, dots, Stream.empty(), further, smallest);
    Stream<Dot> read = dots.stream().filter(dot -> !dot.isWide(ofValues, false));
    return scale(centres, dots, read, further, smallest);
  }

  private static Scale scale(
      double[] centres,
      Collection<Dot> dots,
      Stream<Dot> intervals,
      double[] further,
      double smallest) {
    double[] all =
        Stream.of(
                dots.stream().mapToDouble(Dot::y),
                intervals.flatMapToDouble(dot -> DoubleStream.of(dot.low(), dot.high())),
                Arrays.stream(further))
            .flatMapToDouble(Function.identity())
            .filter(Double::isFinite)
            .toArray();
    return SymlogScale.of(centres, all, smallest);
  }

  /**
   * A scale on which bars on one another have room, with those of their intervals that can be read.
   * It is linear: on another a part would be drawn shorter the higher it stands.
   */
  static Scale stacked(List<Mark.Bars> all) {
    List<Dot> tops =
        all.stream().flatMap(bars -> Stacks.raised(bars, all, false).stream()).toList();
    Scale ofValues = LinearScale.fromZero(tops.stream().mapToDouble(Dot::y).toArray());
    return LinearScale.fromZero(
        tops.stream()
            .flatMapToDouble(
                dot ->
                    dot.isWide(ofValues, false)
                        ? DoubleStream.of(dot.y())
                        : DoubleStream.of(dot.low(), dot.y(), dot.high()))
            .toArray());
  }

  /** A logarithmic scale, linear where numbers are close together or not above zero. */
  public static Scale along(Unit unit, List<Double> values) {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    return low > 0 && high / low >= FAR_APART
        ? LogScale.of(values.stream().mapToDouble(v -> v).toArray(), low, unit)
        : LinearScale.between(low, high);
  }
}
