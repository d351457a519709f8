package org.switchlab.view;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.switchlab.table.Estimate;

/**
 * Lines over array size with what is marked among them, as the terminal's drawing takes them. All
 * values are in the unit of the axis.
 *
 * @param unit heads the axis, for instance {@code µs}
 * @param scale the axis
 * @param sizesBytes array sizes, in bytes, rising
 * @param kind what the lines are, for the legend: {@code stride}
 * @param lines in the order of the legend
 * @param level a value that belongs to no size, drawn through; see {@code notes}
 * @param stars values to lay over, by array size in bytes
 * @param caches sizes to mark
 * @param notes what the level and the stars are, for the legend, such as {@code * published}
 */
record LineFigure(
    String unit,
    SymlogScale scale,
    List<Long> sizesBytes,
    String kind,
    List<Line> lines,
    OptionalDouble level,
    List<Star> stars,
    List<CacheMark> caches,
    List<String> notes) {

  /**
   * One line.
   *
   * @param name for the legend
   * @param values by array size, in bytes; a size without a value is a gap
   */
  record Line(String name, Map<Long, Estimate> values) {}

  /**
   * A value laid over.
   *
   * @param arrayBytes where, in bytes
   * @param value how high
   */
  record Star(long arrayBytes, double value) {}
}
