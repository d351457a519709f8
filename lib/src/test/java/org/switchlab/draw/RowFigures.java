package org.switchlab.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.table.Unit;

/** Figures in rows, and the distribution, with the traits that real ones have. */
final class RowFigures {

  private RowFigures() {}

  /** A row a rung, each nearly twice the one before; one reaches below zero, one has no number. */
  static Figure ladder() {
    List<String> rungs =
        Stream.of(
                "call ucontext fcontext gthread boost-fiber cpp-coroutine go-goroutine futex",
                "pipe-thread eventfd-thread socket-thread pipe-process eventfd-process",
                "socket-process signal-process queue-process")
            .flatMap(names -> Stream.of(names.split(" ")))
            .toList();
    List<String> notes = new ArrayList<>();
    List<List<Dot>> scopes = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Dot> gross = new ArrayList<>();
    for (int row = 0; row < rungs.size(); row++) {
      double ns = 0.8 * Math.pow(1.9, row);
      boolean gap = row == 12;
      double low = row == 0 ? -0.4 : row == 1 ? Double.NEGATIVE_INFINITY : 0.9 * ns;
      Dot dot = new Dot(ns, row, low, 1.2 * ns, "");
      scopes.get(row * 3 / rungs.size()).add(gap ? Dot.lying(null, row, 1, "") : dot);
      gross.add(Dot.at(3 * ns + 60, row));
      notes.add(
          (gap ? Figure.NOTHING : "%.1f ns".formatted(ns)) + "  adds one more step of the kernel");
    }
    List<Mark> marks = new ArrayList<>();
    Look cross = Look.points(Look.GREY).with(Look.Shape.CROSS);
    marks.add(new Mark.Series("with its message", cross, gross));
    List<String> words = List.of("within a thread", "between threads", "between processes");
    for (int scope = 0; scope < scopes.size(); scope++) {
      marks.add(new Mark.Series(words.get(scope), Look.points(scope), scopes.get(scope), true));
    }
    return new Figure(
        Figures.heading("What each step from a function call to a process switch adds", 1),
        List.of(),
        new Axis(
            "cost of one switch beyond its message (logarithmic)",
            LogScale.of(new double[] {0.8, 30_000}, 0.1, Unit.NS)),
        new Axis("", new RowScale(rungs, notes, true)),
        marks);
  }

  /** Wrong methods below the right one, with thick intervals and thin ranges. */
  static Figure protocols() {
    List<String> names =
        List.of(
            "no pinning", "one process alone", "counters on while timing", "mean of all rounds");
    List<Dot> right = new ArrayList<>();
    List<Dot> wrong = new ArrayList<>();
    List<Dot> once = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      right.add(new Dot(1.2, row - 0.2, 1.15, 1.25, ""));
      double us = 0.5 * Math.pow(4, row);
      wrong.add(row == 1 ? Dot.lying(null, row, 1, "") : new Dot(us, row, 0.9 * us, 1.2 * us, ""));
      once.add(new Dot(us, row, 0.4 * us, 2 * us, ""));
    }
    Look range = new Look(3, Look.Stroke.NONE, Look.Shape.NONE, false);
    return new Figure(
        Figures.heading("Wrong methods beside the right one", 0),
        List.of("Thick: interval of the answer. Thin: where 95 % of single applications answer."),
        new Axis(
            "cost of one switch (µs)",
            SymlogScale.of(new double[] {1.2}, new double[] {0, 64}, 0.1)),
        new Axis("", new RowScale(names, List.of(), true)),
        List.of(
            new Mark.Series("right", Look.points(0).with(Look.Shape.THICK), right, true),
            new Mark.Series("wrong", Look.points(3).with(Look.Shape.THICK), wrong, true),
            new Mark.Series("one application", range, once, true)));
  }

  /** Two flows in three rows. */
  static Figure timeline() {
    List<Mark.Span> walks = new ArrayList<>();
    List<Mark.Span> calls = new ArrayList<>();
    List<Mark.Span> out = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      walks.add(new Mark.Span(0, 2 * i, 2 * i + 1.2));
      calls.add(new Mark.Span(0, 2 * i + 1.2, 2 * i + 2));
      int row = 1 + i % 2;
      walks.add(new Mark.Span(row, 3.1 * i, 3.1 * i + 1.3));
      calls.add(new Mark.Span(row, 3.1 * i + 1.3, 3.1 * i + 2.2));
      out.add(new Mark.Span(3 - row, 3.1 * i, 3.1 * i + 3.1));
    }
    return new Figure(
        Figures.heading("Who ran when", 0),
        List.of("A typical stretch of 512 traced rounds; the time stamps themselves are in it."),
        new Axis("time (µs)", LinearScale.fromZero(12.4)),
        new Axis(
            "", new RowScale(List.of("single", "pair: parent", "pair: peer"), List.of(), true)),
        List.of(
            new Mark.Spans("switched out", Look.points(Look.GREY), out),
            new Mark.Spans("walk", Look.points(2), walks),
            new Mark.Spans("system call", Look.points(1), calls)));
  }

  /** Two strides over 16 cache lines of 8 elements. */
  static Figure accessPattern() {
    List<String> lines = IntStream.range(0, 16).mapToObj(Integer::toString).toList();
    List<Mark.Cell> dense = new ArrayList<>();
    List<Mark.Cell> sparse = new ArrayList<>();
    for (int i = 0; i < 128; i++) {
      dense.add(new Mark.Cell(i % 8, i / 8, i / 127.0, Integer.toString(i)));
      if (i % 8 == 0) {
        sparse.add(new Mark.Cell(0, i / 8, i / 127.0, Integer.toString(i / 8)));
      }
    }
    return new Figure(
        Figures.heading("In which order elements are touched", 0),
        List.of(
            "Dark is touched early, light late; a number is the place in the order of touches."),
        new Axis("element within its cache line, one grid a stride", new LinearScale(0, 18, 2)),
        new Axis("cache line", new RowScale(lines, List.of(), true)),
        List.of(new Mark.Cells("stride 8 B", 0, dense), new Mark.Cells("stride 64 B", 10, sparse)));
  }

  /** Two humps, the estimate with its interval, processes below, the published number far off. */
  static Figure distribution() {
    List<Double> edges = IntStream.rangeClosed(0, 50).mapToObj(i -> 2.5 + 0.02 * i).toList();
    Look quiet = Look.line(0).with(Look.Shape.NONE);
    Look disturbed = Look.line(3).with(Look.Shape.NONE).with(Look.Stroke.DASHED);
    Look estimate = Look.line(Look.BLACK).with(Look.Shape.NONE);
    return new Figure(
        Figures.heading("Direct cost of a kernel-level context switch", 1),
        List.of("2 couples beyond the axis are not shown."),
        new Axis("cost of one switch (µs)", LinearScale.between(2.5, 3.5)),
        new Axis("couples in 0.02 µs", LinearScale.fromZero(60)),
        List.of(
            new Mark.Steps("quiet: 200 couples", quiet, edges, hump(edges, 2.7, 200)),
            new Mark.Steps("disturbed: 60 couples", disturbed, edges, hump(edges, 3.2, 60)),
            new Mark.Strip(estimate, true, 2.68, 2.72),
            new Mark.Rule("estimate: 2.70 µs [2.68, 2.72]", estimate, true, 2.7, true),
            new Mark.Rule("published: 0.62 µs", Figures.PUBLISHED, true, 0.62, true),
            new Mark.Rug("medians of 3 processes", List.of(2.69, 2.705, 2.73, 9.0))));
  }

  private static List<Double> hump(List<Double> edges, double centre, int couples) {
    Random random = new Random(couples);
    double[] counts = new double[edges.size() - 1];
    for (int i = 0; i < couples; i++) {
      int bin = (int) ((centre + 0.06 * random.nextGaussian() - edges.getFirst()) / 0.02);
      counts[Math.clamp(bin, 0, counts.length - 1)]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }
}
