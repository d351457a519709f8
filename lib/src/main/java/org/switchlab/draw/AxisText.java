package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchlab.figure.Axis;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Unit;

/** What the axes of a figure say in characters. */
final class AxisText {

  /** A unit at a title's end: {@code cost of one switch (µs)}. */
  private static final Pattern UNIT = Pattern.compile(".*\\(([^() ]{1,4})\\)\\s*");

  /** Whole numbers from here on are too long for a label. */
  private static final double LONGEST_WHOLE = 1e6;

  /** Ticks closer than this are marked only where they are labelled. */
  private static final int CELLS_A_TICK = 3;

  private AxisText() {}

  /** The unit that ends a title; empty if none does. */
  static String unit(Axis axis) {
    Matcher matcher = UNIT.matcher(axis.title());
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** How people read a value of an axis. */
  static Reading reading(Axis axis, double value) {
    return axis.scale() instanceof LogScale log && log.unit() != Unit.NONE
        ? Reading.of(log.unit(), value)
        : new Reading(unit(axis), 1);
  }

  /** What a scale says at a value, then the unit; a whole number is not rounded. */
  static String label(Axis axis, double value) {
    return (label(axis.scale(), value) + " " + unit(axis)).strip();
  }

  /** What a scale says at a value; a whole number is not rounded. */
  static String label(Scale scale, double value) {
    boolean bare =
        switch (scale) {
          case LogScale log -> log.unit() != Unit.NS && log.unit() != Unit.BYTES;
          case LinearScale _, SymlogScale _ -> true;
          case SizeScale _, RowScale _ -> false;
        };
    boolean whole = value == Math.rint(value) && Math.abs(value) < LONGEST_WHOLE;
    return bare && whole ? Long.toString((long) value) : scale.label(scale.toAxis(value));
  }

  /** Where a scale stops being linear, in words; empty if nowhere. */
  static String beyond(Axis axis) {
    if (!(axis.scale() instanceof SymlogScale scale) || scale.isLinear()) {
      return "";
    }
    List<String> ends = new ArrayList<>();
    if (scale.min() < scale.linearLow()) {
      ends.add(scale.label(scale.linearLow()));
    }
    if (scale.max() > scale.linearHigh()) {
      ends.add(scale.label(scale.linearHigh()));
    }
    String where = (String.join(" and ", ends) + " " + unit(axis)).stripTrailing();
    return "beyond %s each step is × %d".formatted(where, SymlogScale.FACTOR);
  }

  /** Where along {@code width} characters a value stands, from 0 to {@code width - 1}. */
  static int column(Scale scale, double value, int width) {
    double span = scale.axisMax() - scale.axisMin();
    double share = span > 0 ? (scale.toAxis(value) - scale.axisMin()) / span : 0.5;
    return (int) Math.round(Math.clamp(share, 0, 1) * (width - 1));
  }

  /** An axis along {@code width} characters: a line with ticks, and as many labels as fit. */
  static List<String> along(Scale scale, int width, TextStyle style) {
    char[] line = style.line('─', width).toCharArray();
    char[] labels = " ".repeat(width).toCharArray();
    // Zero first: it must have its label, whatever else has room.
    List<Double> ticks =
        scale.ticks().stream()
            .sorted(Comparator.comparing(tick -> scale.toValue(tick) != 0))
            .toList();
    boolean marked = ticks.size() * CELLS_A_TICK <= width;
    for (double tick : ticks) {
      int at = column(scale, scale.toValue(tick), width);
      String label = style.spell(scale.label(tick));
      int from = Math.clamp(at - label.length() / 2, 0, Math.max(0, width - label.length()));
      boolean fits = isFree(labels, from - 1, from + label.length() + 1);
      if (fits) {
        label.getChars(0, label.length(), labels, from);
      }
      if (fits || marked) {
        line[at] = style.sign('┴');
      }
    }
    return List.of(new String(line), new String(labels).stripTrailing());
  }

  private static boolean isFree(char[] labels, int from, int to) {
    // Outside there may be the space beside the first or last label, and no more.
    return to <= labels.length + 1
        && new String(labels).substring(Math.max(0, from), Math.min(to, labels.length)).isBlank();
  }
}
