package org.switchlab.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CountedMachine;
import org.switchlab.estimate.CountCurve;
import org.switchlab.table.Estimate;

/**
 * Everything a picture of counts over array size shows, whichever way it is drawn.
 *
 * @param heading what was counted, of which source and machine, and the doubts
 * @param axis what the values are, with what they are divided by: {@code L1d misses a message}
 * @param lines single and switch of each stride or event
 * @param machine the machine that was counted, whose caches are marked
 */
public record CounterFigure(
    Heading heading, String axis, List<Line> lines, CountedMachine machine) {

  /** The least median count worth a linear part of the axis. */
  private static final double SMALLEST = 0.1;

  /**
   * One line.
   *
   * @param name what tells it from others of its flow: {@code stride 8 B}
   * @param flow {@code single} or {@code switch}
   * @param group lines of one group have one colour
   * @param curve its values
   */
  public record Line(String name, String flow, int group, CountCurve curve) {

    /** Both parts of its name. */
    public String label() {
      return name + ", " + flow;
    }

    /** Whether switches were made. */
    boolean isSwitched() {
      return flow.equals("switch");
    }
  }

  /** Keeps an immutable copy. */
  public CounterFigure {
    lines = List.copyOf(lines);
  }

  /** Whether nothing was counted. */
  boolean isEmpty() {
    return lines.stream().allMatch(line -> line.curve().isEmpty());
  }

  /** The array sizes of all lines, in bytes, rising. */
  List<Long> sizesBytes() {
    return lines.stream()
        .flatMap(line -> line.curve().sizesBytes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** An axis on which every value and interval has room. */
  SymlogScale scale() {
    List<Estimate> all = lines.stream().flatMap(line -> line.curve().values().stream()).toList();
    return SymlogScale.of(
        all.stream().mapToDouble(Estimate::value).toArray(),
        all.stream().flatMapToDouble(e -> DoubleStream.of(e.low(), e.high())).toArray(),
        SMALLEST);
  }

  /** The caches, and what the dTLB maps, as far as known, smallest first; equal ones together. */
  List<CacheMark> caches() {
    Map<Long, String> names = new TreeMap<>();
    mark(names, "L1d", machine.l1dBytes());
    mark(names, "dTLB", machine.dtlbReachBytes());
    mark(names, "L2", machine.l2Bytes());
    mark(names, "L3", machine.l3Bytes());
    return names.entrySet().stream().map(e -> new CacheMark(e.getValue(), e.getKey())).toList();
  }

  private static void mark(Map<Long, String> names, String name, @Nullable Long bytes) {
    if (bytes != null) {
      names.merge(bytes, name, (before, one) -> before + ", " + one);
    }
  }

  /** The same for the terminal's drawing. */
  LineFigure drawn() {
    List<LineFigure.Line> drawn = new ArrayList<>();
    for (Line line : lines) {
      Map<Long, Estimate> values = new HashMap<>();
      for (int i = 0; i < line.curve().size(); i++) {
        values.put(line.curve().sizesBytes().get(i), line.curve().values().get(i));
      }
      drawn.add(new LineFigure.Line(line.label(), values));
    }
    return new LineFigure(
        axis,
        scale(),
        sizesBytes(),
        "lines",
        drawn,
        OptionalDouble.empty(),
        List.of(),
        caches(),
        List.of());
  }
}
