package org.switchlab.draw;

import java.util.List;
import java.util.OptionalInt;
import org.switchlab.figure.Scale;

/**
 * Each value at its place on the scale: for more values than can have columns of their own.
 *
 * @param scale of the values
 * @param width how many columns
 */
record ScaledColumns(Scale scale, int width) implements PlotColumns {

  @Override
  public int column(double x, int line) {
    return AxisText.column(scale, x, width);
  }

  @Override
  public int star(double x) {
    return AxisText.column(scale, x, width);
  }

  @Override
  public OptionalInt rule(double x) {
    double place = scale.toAxis(x);
    return place >= scale.axisMin() && place <= scale.axisMax()
        ? OptionalInt.of(star(x))
        : OptionalInt.empty();
  }

  @Override
  public List<String> axis(int margin, TextStyle style) {
    List<String> along = AxisText.along(scale, width, style);
    String corner = " ".repeat(margin - 1) + (style.unicode() ? "└" : "+");
    return List.of(corner + along.getFirst(), " ".repeat(margin) + along.getLast());
  }
}
