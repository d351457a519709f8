package org.switchlab.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
 * what figures say of theirs.
 *
 * @param channel {@code x} or {@code y}
 * @param axis what is drawn
 */
record VegaAxis(String channel, Axis axis) {

  /** Room beside the outermost places, as a share of the axis. */
  private static final double MARGIN = 0.03;

  /** How far a value may be from itself after a way through its place, as a share. */
  private static final double ROUNDING = 1e-6;

  private static final double BYTES_PER_KIB = 1024;

  /** The number that stands in the data for a value; an infinite one stands at the axis's end. */
  double number(double value) {
    return Double.isNaN(value) ? value : ofPlace(place(value));
  }

  /** The number so many places beside a value. */
  double beside(double value, double places) {
    return ofPlace(place(value) + places);
  }

  /** The number so many places below the upper end of the axis. */
  double below(double places) {
    return ofPlace(scale().axisMax() - places);
  }

  /** Whether a value lies within the axis, not on its end for want of room. */
  boolean holds(double value) {
    double place = scale().toAxis(value);
    double back = scale().toValue(place);
    return place >= scale().axisMin()
        && place <= scale().axisMax()
        && Math.abs(back - value) <= ROUNDING * Math.max(1, Math.abs(value));
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

  /** Whether it is the one along. */
  boolean isX() {
    return channel.equals("x");
  }

  /** Whether names stand along it. */
  boolean isRows() {
    return scale() instanceof RowScale;
  }

  /** What its values are, for lists of facts; rows have names instead. */
  String title() {
    return axis.title().isEmpty() ? channel : axis.title();
  }

  /** How marks say where they are: the field of the data that holds the number. */
  ObjectNode field(String name) {
    return Nodes.object("field", name, "type", "quantitative");
  }

  /** The whole encoding, with scale and axis: given once a picture. */
  ObjectNode full() {
    ObjectNode encoding = field(channel);
    encoding.set("scale", vegaScale());
    encoding.set("axis", vegaAxis());
    return encoding;
  }

  private ObjectNode vegaScale() {
    ObjectNode scale =
        Nodes.object("domain", List.of(ofPlace(low()), ofPlace(high())), "nice", false);
    switch (scale()) {
      case SizeScale _ -> scale.put("type", "log").put("base", 2);
      case LogScale _ -> scale.put("type", "log");
      case LinearScale _, SymlogScale _, RowScale _ ->
          scale.put("type", "linear").put("zero", false);
    }
    return scale;
  }

  private double low() {
    double low = scale().axisMin();
    boolean fromZero = low == 0 && !(scale() instanceof LogScale);
    return fromZero || hasRoom() ? low : low - margin();
  }

  private double high() {
    return hasRoom() ? scale().axisMax() : scale().axisMax() + margin();
  }

  private boolean hasRoom() {
    return scale() instanceof SizeScale || isRows();
  }

  private double margin() {
    return MARGIN * (scale().axisMax() - scale().axisMin());
  }

  private ObjectNode vegaAxis() {
    ObjectNode node = Nodes.object("title", axis.title(), "grid", !isRows(), "labelLimit", 220);
    switch (scale()) {
      case SizeScale size ->
          // One tick more than there are: fewer would skip sizes, more would leave their powers.
          node.put("tickCount", size.ticks().size() + 1)
              .put("labelExpr", "format(datum.value, '.12~r')");
      case LogScale log ->
          node.put("tickCount", log.highDecade() - log.lowDecade())
              .put("labelExpr", VegaLabels.logarithmic(log));
      case LinearScale linear -> node.put("tickCount", linear.ticks().size());
      case SymlogScale symlog when symlog.isLinear() ->
          node.put("tickCount", symlog.ticks().size());
      case SymlogScale symlog ->
          node.put("labelExpr", VegaLabels.symlog(symlog))
              .put("tickCount", symlog.ticks().size())
              .set("values", Nodes.array(symlog.ticks()));
      case RowScale rows -> {
        node.put("labelExpr", VegaLabels.rows(rows))
            .put("ticks", false)
            .put("labelAngle", 0)
            .put("tickCount", rows.ticks().size());
        node.set("values", Nodes.array(rows.ticks()));
      }
    }
    return node;
  }

  private Scale scale() {
    return axis.scale();
  }
}
