package org.switchlab.draw;

import static org.switchlab.draw.VegaLayers.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.switchlab.figure.Axis;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.unit.Units;

/**
 * One axis in the words of Vega-Lite.
 *
 * <p>Every axis is quantitative. Sizes are in KiB and logarithmic scales are Vega's own; two kinds
 * are given as places on a linear scale whose labels say the values: rows, because marks stand
 * between them too; and the symlog scale, because Vega's is nowhere linear and would make untrue
 * what figures say of theirs. What ticks say is an expression of Vega, so that it holds for ticks
 * that come up by zooming.
 *
 * @param channel {@code x} or {@code y}
 * @param axis what is drawn
 */
record VegaAxis(String channel, Axis axis) {

  /** Room beside the outermost places, as a share of the axis. */
  private static final double MARGIN = 0.03;

  private static final double BYTES_PER_KIB = 1024;
  private static final String NUMBER = "format(%s, '.3~r')";

  /** The number that stands in the data for a value; an infinite one stands at the axis's end. */
  double number(double value) {
    return Double.isNaN(value) ? value : ofPlace(place(value));
  }

  /**
   * The number where an interval's end stands; one beyond the axis is cut off at the axis's end.
   */
  double end(double value) {
    return Double.isNaN(value)
        ? value
        : ofPlace(Math.clamp(place(value), scale().axisMin(), scale().axisMax()));
  }

  /** The number so many places beside a value. */
  double beside(double value, double places) {
    return ofPlace(place(value) + places);
  }

  /** The number so many places below the upper end of the axis. */
  double below(double places) {
    return ofPlace(scale().axisMax() - places);
  }

  /** Where a value stands, in the places of its scale. */
  double place(double value) {
    double place = scale().toAxis(value);
    return Double.isInfinite(place)
        ? Math.clamp(place, scale().axisMin(), scale().axisMax())
        : place;
  }

  private double ofPlace(double place) {
    return switch (scale()) {
      case SizeScale size -> size.toValue(place) / BYTES_PER_KIB;
      case LogScale log -> log.toValue(place);
      case LinearScale _, SymlogScale _, RowScale _ -> place;
    };
  }

  /** A value as people read it, in the unit the axis names; never rounded to the scale. */
  String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : value > 0 ? "∞" : "−∞";
    }
    return switch (scale()) {
      case SizeScale _ -> Units.kib(value);
      case LogScale log -> log.unit().show(value);
      case LinearScale _, SymlogScale _ -> Units.plain(Units.digits(value));
      case RowScale rows -> rows.label(rows.toAxis(value));
    };
  }

  boolean isX() {
    return channel.equals("x");
  }

  boolean isRows() {
    return scale() instanceof RowScale;
  }

  /** What its values are, for lists of facts; rows have names instead. */
  String title() {
    return axis.title().isEmpty() ? channel : axis.title();
  }

  /** The whole encoding, with scale and axis: given once a picture. */
  ObjectNode full() {
    ObjectNode encoding = object("field", channel, "type", "quantitative");
    return encoding.setAll(object("scale", vegaScale(), "axis", vegaAxis()));
  }

  private ObjectNode vegaScale() {
    boolean hasRoom = scale() instanceof SizeScale || isRows();
    double margin = hasRoom ? 0 : MARGIN * (scale().axisMax() - scale().axisMin());
    boolean fromZero = scale().axisMin() == 0 && !(scale() instanceof LogScale);
    double low = ofPlace(fromZero ? 0 : scale().axisMin() - margin);
    double high = ofPlace(scale().axisMax() + margin);
    ObjectNode scale = object("domain", List.of(low, high), "nice", false);
    return switch (scale()) {
      case SizeScale _ -> scale.put("type", "log").put("base", 2);
      case LogScale _ -> scale.put("type", "log");
      case LinearScale _, SymlogScale _, RowScale _ ->
          scale.put("type", "linear").put("zero", false);
    };
  }

  private ObjectNode vegaAxis() {
    List<Double> ticks = scale().ticks();
    // One more than there are sizes: fewer ticks would skip some, more would leave their powers.
    int more = scale() instanceof SizeScale ? 1 : scale() instanceof LogScale ? -1 : 0;
    ObjectNode node = object("title", axis.title(), "grid", !isRows(), "labelLimit", 220);
    node.setAll(object("tickCount", ticks.size() + more, "labelExpr", labels()));
    if (isRows()) {
      node.put("ticks", false).put("labelAngle", 0);
    }
    boolean given = isRows() || (scale() instanceof SymlogScale symlog && !symlog.isLinear());
    return given ? node.setAll(object("values", ticks)) : node;
  }

  /** What ticks say; absent where Vega's own words do. */
  private @Nullable String labels() {
    return switch (scale()) {
      case SizeScale _ -> "format(datum.value, '.12~r')";
      // Vega leaves the label empty where ticks stand too close.
      case LogScale log -> "datum.label === '' ? '' : " + logarithmic(log);
      case LinearScale _ -> null;
      case SymlogScale symlog -> symlog.isLinear() ? null : symlog(symlog);
      case RowScale rows ->
          rows.ticks().stream()
              .map(place -> quoted(rows.label(place)))
              .collect(Collectors.joining(", ", "[", "][datum.value]"));
    };
  }

  private static String logarithmic(LogScale scale) {
    return switch (scale.unit()) {
      case NS -> steps(1e3, "ns", "µs", "ms", "s");
      case BYTES -> steps(1024, "B", "KiB", "MiB", "GiB");
      default -> NUMBER.formatted("datum.value");
    };
  }

  /** The number with the largest unit that keeps it at least 1. */
  private static String steps(double factor, String... units) {
    String label = "";
    for (int i = units.length - 1; i >= 0; i--) {
      double divisor = Math.pow(factor, i);
      String number = NUMBER.formatted("datum.value / " + divisor) + " + ' " + units[i] + "'";
      // A tick on the border may lie a rounding error below it.
      double border = divisor * factor * (1 - 1e-9);
      label = label.isEmpty() ? number : "datum.value < " + border + " ? " + number + " : " + label;
    }
    return label;
  }

  /** The value at a place: the inverse of {@link SymlogScale#toAxis}. */
  private static String symlog(SymlogScale scale) {
    String beyond = "%s * pow(%s, (%s) / %s)";
    double low = scale.linearLow();
    double high = scale.linearHigh();
    // Whole numbers of up to six digits stay whole.
    return "format(%s, '.6~r')"
        .formatted(
            "abs(datum.value) < %s ? 0 : datum.value > %s ? %s : datum.value < %s ? %s : datum.value"
                .formatted(
                    scale.step() / 1000,
                    high,
                    beyond.formatted(
                        high, SymlogScale.FACTOR, "datum.value - " + high, scale.step()),
                    low,
                    beyond.formatted(
                        low, SymlogScale.FACTOR, low + " - datum.value", scale.step())));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'";
  }

  private Scale scale() {
    return axis.scale();
  }
}
