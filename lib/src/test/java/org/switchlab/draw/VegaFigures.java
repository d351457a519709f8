package org.switchlab.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Unit;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** One figure of every kind, with all marks and all scales among them. */
final class VegaFigures {

  private static final double NONE = Double.NaN;

  private VegaFigures() {}

  /** By a name that can be a file's. */
  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("lines", lines());
    all.put("bars", bars());
    all.put("lying-bars", lyingBars());
    all.put("histogram", histogram());
    all.put("timeline", timeline());
    all.put("cells", cells());
    all.put("ladder", ladder());
    Figure parts = SampleFigures.parts();
    all.put("parts", figure("Parts of a cost", parts.x(), parts.y(), parts.marks()));
    all.put("empty", figure("nothing", sizes(), axis("cost (µs)", linear(1)), List.of()));
    return all;
  }

  /** Lines with bands over sizes, on an axis that is linear and then logarithmic. */
  static Figure lines() {
    double[] centres = {1.2, 1.3, 1.5, 1.6};
    double[] everything = {-0.4, 1.3, 400};
    SymlogScale cost = SymlogScale.of(centres, everything, 0.01);
    List<Dot> first = new ArrayList<>();
    List<Dot> second = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double kib = Math.pow(2, i) * 1024;
      double us = i < 6 ? 1.2 + i * 0.1 : Math.pow(4, i - 5);
      first.add(new Dot(kib, us, us * 0.9, us * 1.1, "12 processes"));
      second.add(
          i == 4
              ? new Dot(kib, NONE, NONE, NONE, "")
              : new Dot(kib, us - 1.3, us - 1.6, us - 1.0, "3 processes"));
    }
    Look published = new Look(Look.BLACK, Look.Stroke.NONE, Look.Shape.STAR, false);
    Look direct = new Look(Look.BLACK, Look.Stroke.DOTTED, Look.Shape.NONE, false);
    Look cache = new Look(Look.GREY, Look.Stroke.DASHED, Look.Shape.NONE, false);
    return figure(
        "Cost of one switch, by array size and stride",
        sizes(),
        axis("cost of one switch (µs)", cost),
        List.of(
            new Mark.Strip(cache, false, 0.9, 1.1),
            new Mark.Series("stride 8 B", Look.line(0), first),
            new Mark.Series("stride 64 B", Look.line(3).with(Look.Stroke.DASHED), second),
            new Mark.Series("published", published, List.of(Dot.at(65536, 3.9))),
            new Mark.Rule("no array: 1.02 µs", direct, false, 1.02, true),
            new Mark.Rule("L1d 32 KiB", cache, true, 32 * 1024, false),
            new Mark.Rule("L3 12 MiB", direct, true, 12 << 20, false),
            new Mark.Label("3.9", 65536, 3.9, false)));
  }

  /** Bars beside each other over names. */
  static Figure bars() {
    RowScale names = new RowScale(List.of("C", "Go", "Java's threads"), List.of(), false);
    return figure(
        "CPU time per message",
        axis("", names),
        axis("CPU time (µs)", LinearScale.fromZero(9, 13)),
        List.of(
            new Mark.Bars("2 clients", Look.line(0), dots(3, 4)),
            new Mark.Bars("64 clients", Look.line(3), dots(3, 9))));
  }

  private static Figure lyingBars() {
    RowScale names = new RowScale(List.of("C", "it's Go"), List.of("least", "more"), true);
    List<Dot> dots =
        List.of(new Dot(3, 0, 2.5, 3.5, "5 processes"), new Dot(NONE, 1, NONE, NONE, ""));
    return figure(
        "Lying bars",
        axis("time (µs)", LinearScale.fromZero(4)),
        axis("", names),
        List.of(new Mark.Bars("2 clients", Look.line(0), dots)));
  }

  /** A histogram with the values below it. */
  static Figure histogram() {
    List<Double> edges = List.of(1.0, 1.5, 2.0, 2.5, 3.0);
    return figure(
        "Spread of the costs",
        axis("cost (µs)", LinearScale.between(0.5, 3.5)),
        axis("rounds", LinearScale.fromZero(40)),
        List.of(
            new Mark.Steps("quiet", Look.line(2), edges, List.of(12.0, 40.0, 0.0, 5.0)),
            new Mark.Steps(
                "disturbed", Look.line(3).with(Look.Stroke.DASHED), edges, List.of(2., 8., 9., 3.)),
            new Mark.Rug("processes", List.of(1.1, 1.7, 1.72, 2.6)),
            new Mark.Strip(Look.line(2), true, 1.6, 1.8),
            new Mark.Rule("median", Look.line(2), true, 1.7, false)));
  }

  /** Stretches of time in rows. */
  static Figure timeline() {
    RowScale rows = new RowScale(List.of("single", "pair: parent", "pair: peer"), List.of(), true);
    return figure(
        "Who ran when",
        axis("time (µs)", LinearScale.between(0, 9)),
        axis("", rows),
        List.of(
            new Mark.Spans("walk", Look.line(2), spans(0, 1)),
            new Mark.Spans("switch", Look.line(3), spans(1, 0.4)),
            new Mark.Spans("switched out", Look.line(Look.GREY), spans(1.4, 1))));
  }

  private static List<Mark.Span> spans(double from, double length) {
    return IntStream.range(0, 9)
        .mapToObj(i -> new Mark.Span(i % 3, from + i * 0.8, from + i * 0.8 + length))
        .toList();
  }

  /** Two grids side by side. */
  static Figure cells() {
    RowScale rows = new RowScale(List.of("0", "1", "2", "3"), List.of(), true);
    return figure(
        "Order of touches",
        axis("element within its cache line", new LinearScale(-1, 19, 1)),
        axis("cache line", rows),
        List.of(grid("stride 8 B", 0), grid("stride 64 B", 10)));
  }

  private static Mark.Cells grid(String name, double left) {
    List<Mark.Cell> cells =
        IntStream.range(0, 32)
            .mapToObj(i -> new Mark.Cell(i % 8, i / 8, i / 31.0, Integer.toString(i)))
            .toList();
    return new Mark.Cells(name, left, cells);
  }

  /** Lying intervals in rows, on a logarithmic axis; one reaches below it. */
  static Figure ladder() {
    RowScale rows =
        new RowScale(
            List.of("function call", "coroutine", "thread", "process"),
            List.of("nothing", "saves registers", "a system call", "an address space"),
            true);
    List<Dot> cost = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      double ns = Math.pow(12, row);
      cost.add(new Dot(ns, row, row == 0 ? -2 : ns * 0.7, ns * 1.6, row + 5 + " processes"));
    }
    Look once = new Look(3, Look.Stroke.NONE, Look.Shape.THICK, false);
    return figure(
        "The ladder of switches",
        axis("cost of one switch (logarithmic)", LogScale.of(new double[] {1, 3e3}, 1, Unit.NS)),
        axis("", rows),
        List.of(
            new Mark.Series("cost", Look.points(0), cost, true),
            new Mark.Series("once", once, List.of(new Dot(40, 1.3, 20, 900, "")), true),
            new Mark.Series(
                "with its message",
                Look.points(Look.GREY).with(Look.Shape.CROSS),
                List.of(Dot.at(300, 0), Dot.at(900, 2)),
                true),
            new Mark.Series(
                "without a switch",
                new Look(2, Look.Stroke.FULL, Look.Shape.HOLLOW, false),
                List.of(Dot.at(8, 0), Dot.at(4, 1), Dot.at(30, 2)),
                true)));
  }

  private static List<Dot> dots(int count, double value) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Dot(i, value + i, value + i - 1, value + i + 1, "7 processes"))
        .toList();
  }

  static Figure figure(String title, Axis x, Axis y, List<Mark> marks) {
    Figure.Heading heading =
        new Figure.Heading(
            title,
            "measured here, 95 % intervals",
            List.of(Warning.of(WarningCode.values()[0], "The machine was busy.")));
    return new Figure(heading, List.of("A note."), x, y, marks);
  }

  static Axis sizes() {
    return axis("array size (KiB)", SizeScale.of(List.of(1L << 10, 1L << 18)));
  }

  private static LinearScale linear(double high) {
    return LinearScale.fromZero(high);
  }

  private static Axis axis(String title, Scale scale) {
    return new Axis(title, scale);
  }
}
