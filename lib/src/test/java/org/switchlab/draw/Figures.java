package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.Figure.Heading;
import org.switchlab.figure.LinearScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.figure.Scale;
import org.switchlab.figure.SizeScale;
import org.switchlab.figure.SymlogScale;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Figures over size with the traits that real ones have: a peak, a gap, a steep end, doubts. */
final class Figures {

  static final Look CACHE = new Look(Look.GREY, Look.Stroke.DASHED, Look.Shape.NONE, false);
  static final Look PUBLISHED = new Look(Look.BLACK, Look.Stroke.DOTTED, Look.Shape.STAR, false);
  static final Look LEVEL = new Look(Look.BLACK, Look.Stroke.DASHED, Look.Shape.NONE, false);

  private static final List<Long> SIZES =
      LongStream.rangeClosed(0, 11).map(power -> 1024L << power).boxed().toList();
  private static final double[] COST_US = {
    1.02, 1.03, 1.05, 1.10, 1.20, 1.50, 1.12, 1.30, 1.9, 4.2, 30, 55
  };
  private static final Scale SIZE = SizeScale.of(SIZES);

  private Figures() {}

  static Heading heading(String title, int warnings) {
    List<Warning> doubts =
        IntStream.range(0, warnings)
            .mapToObj(
                i ->
                    Warning.of(
                        WarningCode.VIRTUAL_MACHINE,
                        "A hypervisor (KVM) stands below: neighbour %d can disturb the numbers."
                            .formatted(i)))
            .toList();
    return new Heading(title, "measured · AMD EPYC 7B13, 2 CPUs · 95 % intervals", doubts);
  }

  static Figure of(Scale x, Scale y, List<Mark> marks) {
    return new Figure(
        heading("A title", 0), List.of(), new Axis("along", x), new Axis("upward", y), marks);
  }

  /** Six strides, a companion, the direct cost, caches and published numbers. */
  static Figure costs() {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule("L1d 32 KiB", CACHE, true, 32 << 10, false));
    marks.add(new Mark.Rule("L1i 32 KiB", CACHE, true, 32 << 10, false));
    marks.add(new Mark.Rule("L2 1 MiB", CACHE, true, 1 << 20, false));
    marks.add(new Mark.Rule("L3 64 MiB", CACHE, true, 64 << 20, false));
    Look companion = Look.line(Look.GREY).with(Look.Shape.NONE).withoutBand();
    marks.add(new Mark.Series("thread, stride 64 B", companion, costs(0, 0.7)));
    marks.add(new Mark.Strip(LEVEL, false, 0.985, 1.02));
    marks.add(new Mark.Rule("no array: 1.00 µs", LEVEL, false, 1.0, true));
    for (int stride = 0; stride < 6; stride++) {
      String name = "stride %d B".formatted(8 << stride);
      marks.add(new Mark.Series(name, Look.line(stride), costs(stride, 1)));
    }
    marks.add(new Mark.Rule("published, no array: 0.62 µs", PUBLISHED, false, 0.62, true));
    List<Dot> stars = List.of(Dot.at(32 << 10, 1.6), Dot.at(32 << 10, 0.9), Dot.at(1 << 20, 4));
    marks.add(new Mark.Series("published", PUBLISHED.with(Look.Stroke.NONE), stars));
    marks.add(new Mark.Label("8 B: 1.6", 32 << 10, 1.6, true));
    marks.add(new Mark.Label("16 B: 0.9", 32 << 10, 0.9, true));
    double[] all = marks.stream().flatMapToDouble(Figures::heights).toArray();
    return new Figure(
        heading("Kernel-level context switch, cost by array size and stride", 4),
        List.of(),
        new Axis("array size of each process (KiB)", SIZE),
        new Axis("cost of one switch (µs)", SymlogScale.of(COST_US, all, 0.1)),
        marks);
  }

  /** Costs of one stride; the last interval reaches below zero, one point is a gap. */
  private static List<Dot> costs(int stride, double factor) {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < SIZES.size(); i++) {
      double us = factor * COST_US[i] * (1 + 0.03 * stride * (i > 3 ? 1 : 0.3));
      double half = us * (i < 8 ? 0.02 + 0.004 * stride : 0.3 + 0.1 * stride);
      if (stride == 2 && i == 6) {
        dots.add(Dot.upright(SIZES.get(i), null, 1, ""));
      } else if (i == SIZES.size() - 1) {
        dots.add(new Dot(SIZES.get(i), us, -20, 2 * us, "4 processes"));
      } else {
        dots.add(new Dot(SIZES.get(i), us, us - half, us + 1.4 * half, "4 processes"));
      }
    }
    return dots;
  }

  private static DoubleStream heights(Mark mark) {
    return mark instanceof Mark.Series series
        ? series.dots().stream()
            .flatMapToDouble(dot -> DoubleStream.of(dot.y(), dot.low(), dot.high()))
            .filter(Double::isFinite)
        : DoubleStream.empty();
  }

  /** Misses with switches and without: zeros, then a steep rise. */
  static Figure counts() {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule("L1d 32 KiB", CACHE, true, 32 << 10, false));
    for (int stride = 0; stride < 3; stride++) {
      Look look = Look.line(stride).withoutBand();
      String name = "stride %d B".formatted(8 << 3 * stride);
      marks.add(new Mark.Series(name + ", switch", look, misses(3.5, 280 + 200 * stride, stride)));
      Look hollow = look.with(Look.Stroke.DASHED).with(Look.Shape.HOLLOW);
      marks.add(new Mark.Series(name + ", single", hollow, misses(0, 0, stride)));
    }
    double[] all = marks.stream().flatMapToDouble(Figures::heights).toArray();
    return new Figure(
        heading("L1d misses by array size and stride, kernel level", 1),
        List.of("Model of a box: 32 KiB L1d, 256 KiB L2."),
        new Axis("array size of each side (KiB)", SIZE),
        new Axis("L1d misses a message", SymlogScale.of(new double[] {50, 280, 520}, all, 1)),
        marks);
  }

  private static List<Dot> misses(double small, double fitting, int stride) {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < SIZES.size(); i++) {
      double all = Math.pow(4, Math.max(0, i - 4)) * (stride + 1);
      double count = i < 3 ? small : i < 5 ? fitting : fitting + 12 * all;
      dots.add(new Dot(SIZES.get(i), count, count * 0.9, count * 1.2, "3 repetitions"));
    }
    return dots;
  }

  /** Repetitions beside each other, at three sizes, in two levels. */
  static Figure spread() {
    double[] deviations = {0, 0, 2, -0.3, 0, 0.5, 1, -1, 0, 0.2, 40, 0, -0.5};
    List<Mark> marks = new ArrayList<>();
    for (int level = 0; level < 2; level++) {
      List<Dot> dots = new ArrayList<>();
      for (long size : List.of(1L << 10, 32L << 10, 1L << 20)) {
        for (int i = 0; i < deviations.length; i++) {
          double octaves = 0.36 * (level - 0.5) + 0.3 * ((i + 0.5) / deviations.length - 0.5);
          double ppm = level == 0 ? deviations[i] : 0;
          dots.add(Dot.at(size * Math.pow(2, octaves), ppm));
        }
      }
      String name = level == 0 ? "kernel level: 6500 at 1 KiB" : "user level: 2360 at 1 KiB";
      marks.add(new Mark.Series(name, Look.points(3 * level), dots));
    }
    double[] all = marks.stream().flatMapToDouble(Figures::heights).toArray();
    return new Figure(
        heading("How instruction counts vary", 0),
        List.of(),
        new Axis("array size of each side (KiB)", SizeScale.of(List.of(1L << 10, 1L << 20))),
        new Axis(
            "instructions, deviation from the median (ppm)",
            SymlogScale.of(new double[] {1, 1, 2}, all, 1)),
        marks);
  }

  /** Changes of four kinds, by four alternatives; one is not modelled. */
  static Figure whatIf() {
    double[][] changes = {
      {0, 0, Double.NaN, 3}, {0, -14.4, 2.85, 8}, {0, 0, 1, 40}, {0, -54, 9, 1}
    };
    List<String> kinds =
        List.of("L3 misses", "dTLB misses", "cost of a switch (ns)", "message and switch (ns)");
    int[] tints = {0, 1, Look.BLACK, Look.GREY};
    List<Mark> marks = new ArrayList<>();
    for (int kind = 0; kind < changes.length; kind++) {
      List<Dot> dots = new ArrayList<>();
      for (int row = 0; row < changes[kind].length; row++) {
        double change = changes[kind][row];
        dots.add(new Dot(row, change, change - 0.2 * Math.abs(change) - 1, change + 2, ""));
      }
      marks.add(new Mark.Bars(kinds.get(kind), Look.points(tints[kind]), dots));
    }
    List<String> names = List.of("TLBs × 2", "2 MiB pages", "TLB flushed at each switch", "L2 × 4");
    return new Figure(
        heading("What changes on another machine", 1),
        List.of(),
        new Axis("", new RowScale(names, List.of(), false)),
        new Axis(
            "change a switch (misses; cost in ns)",
            SymlogScale.of(new double[] {3, 3, 9}, new double[] {-66, 42}, 1)),
        marks);
  }

  /** Nothing was measured. */
  static Figure empty() {
    return of(
        SIZE,
        LinearScale.fromZero(),
        List.of(new Mark.Series("stride 8 B", Look.line(0), List.of(Dot.at(1024, Double.NaN)))));
  }

  /** One of each kind. */
  static Stream<Figure> all() {
    return Stream.of(
        costs(),
        counts(),
        spread(),
        whatIf(),
        empty(),
        RowFigures.ladder(),
        RowFigures.protocols(),
        RowFigures.timeline(),
        RowFigures.accessPattern(),
        RowFigures.distribution());
  }
}
