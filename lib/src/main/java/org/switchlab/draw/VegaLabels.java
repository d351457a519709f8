package org.switchlab.draw;

import java.util.stream.Collectors;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.SymlogScale;

/** What ticks say, as Vega's expressions, so that it holds for ticks that come up by zooming. */
final class VegaLabels {

  private static final String NUMBER = "format(%s, '.3~r')";

  private VegaLabels() {}

  /** Values with their unit; Vega leaves the label empty where ticks stand too close. */
  static String logarithmic(LogScale scale) {
    String label =
        switch (scale.unit()) {
          case NS -> steps(1e3, "ns", "µs", "ms", "s");
          case BYTES -> steps(1024, "B", "KiB", "MiB", "GiB");
          default -> NUMBER.formatted("datum.value");
        };
    return "datum.label === '' ? '' : " + label;
  }

  /** The largest unit that keeps the number at least 1. */
  private static String steps(double factor, String... units) {
    StringBuilder expression = new StringBuilder();
    double divisor = 1;
    for (int i = 0; i < units.length; i++) {
      String number = NUMBER.formatted("datum.value / " + divisor);
      // A tick on the border may lie a rounding error below it.
      if (i < units.length - 1) {
        expression.append("datum.value < ").append(divisor * factor * (1 - 1e-9)).append(" ? ");
      }
      expression.append(number).append(" + ' ").append(units[i]).append("'");
      if (i < units.length - 1) {
        expression.append(" : ");
      }
      divisor *= factor;
    }
    return expression.toString();
  }

  /** The value at a place: the inverse of {@link SymlogScale#toAxis}. */
  static String symlog(SymlogScale scale) {
    String above =
        "%s * pow(%s, (datum.value - %s) / %s)"
            .formatted(scale.linearHigh(), SymlogScale.FACTOR, scale.linearHigh(), scale.step());
    String below =
        "%s * pow(%s, (%s - datum.value) / %s)"
            .formatted(scale.linearLow(), SymlogScale.FACTOR, scale.linearLow(), scale.step());
    double zero = scale.step() / 1000;
    return NUMBER.formatted(
        "abs(datum.value) < %s ? 0 : datum.value > %s ? %s : datum.value < %s ? %s : datum.value"
            .formatted(zero, scale.linearHigh(), above, scale.linearLow(), below));
  }

  /** The name of the row at a place. */
  static String rows(RowScale scale) {
    return scale.ticks().stream()
        .map(place -> quoted(scale.label(place)))
        .collect(Collectors.joining(", ", "[", "][datum.value]"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'";
  }
}
