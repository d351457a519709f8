package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.switchlab.table.Estimate;
import org.switchlab.table.Unit;

/** One figure of each kind, with numbers as experiments give them. */
final class SampleFigures {

  private static final Figure.Heading HEADING =
      new Figure.Heading("A title", "measured · a machine · 95 % intervals", List.of());
  private static final Look DOTTED =
      new Look(Look.BLACK, Look.Stroke.DOTTED, Look.Shape.NONE, false);
  private static final Look RULE = new Look(Look.BLACK, Look.Stroke.FULL, Look.Shape.NONE, false);
  private static final Look STAR = new Look(Look.BLACK, Look.Stroke.NONE, Look.Shape.STAR, false);
  private static final double[] COSTS = {
    1.02, 1.03, 1.05, 1.1, 1.2, 1.5, 1.12, 1.3, 1.9, 4.2, 30, 55
  };

  private SampleFigures() {}

  /** One of each kind, and one of a researcher's own. */
  static List<Figure> all() {
    return List.of(
        costs(),
        clients(),
        scatter(),
        distribution(),
        timeline(),
        ladder(),
        protocols(),
        whatIf(),
        parts(),
        touches());
  }

  private static Figure figure(Axis x, Axis y, List<Mark> marks, String... notes) {
    return new Figure(HEADING, List.of(notes), x, y, marks);
  }

  private static Dot dot(double x, double y, double share) {
    return Dot.upright(
        x, new Estimate(y, y - share * Math.abs(y), y + share * Math.abs(y), 0.95), 1, "");
  }

  /** Cost over array size, a line a stride, with caches, direct cost and published numbers. */
  static Figure costs() {
    List<Long> sizes = IntStream.range(0, COSTS.length).mapToObj(i -> 1024L << i).toList();
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule("L1d 32 KiB", DOTTED, true, 32 << 10, false));
    marks.add(new Mark.Rule("L2 1 MiB", DOTTED, true, 1 << 20, false));
    marks.add(new Mark.Rule("L3 32 MiB", DOTTED, true, 32 << 20, false));
    marks.add(new Mark.Strip(RULE, false, 0.985, 1.02));
    marks.add(new Mark.Rule("no array: 1.00 µs", RULE, false, 1, true));
    for (int line = 0; line < 6; line++) {
      List<Dot> dots = new ArrayList<>();
      for (int i = 0; i < COSTS.length; i++) {
        double cost = COSTS[i] * (1 + 0.01 * line * Math.min(i, 5));
        boolean gap = line == 2 && i == 6;
        dots.add(
            gap
                ? Dot.upright(sizes.get(i), null, 1, "")
                : dot(sizes.get(i), cost, i < 8 ? 0.03 : 0.4));
      }
      marks.add(new Mark.Series("stride %d B".formatted(8 << line), Look.line(line), dots));
    }
    marks.add(
        new Mark.Series(
            "published",
            STAR,
            List.of(Dot.at(32 << 10, 1.5), Dot.at(256 << 10, 3), Dot.at(256 << 10, 5))));
    marks.add(new Mark.Label("64 B: 5 µs", 256 << 10, 5, false));
    double[] all =
        marks.stream()
            .filter(Mark.Series.class::isInstance)
            .map(Mark.Series.class::cast)
            .flatMap(s -> s.dots().stream())
            .filter(Dot::isThere)
            .flatMapToDouble(d -> DoubleStream.of(d.y(), d.low(), d.high()))
            .filter(v -> !Double.isNaN(v))
            .toArray();
    return figure(
        new Axis("array size of each process (KiB)", SizeScale.of(sizes)),
        new Axis("cost of one switch (µs)", SymlogScale.of(COSTS, all, 0.01)),
        marks,
        "Every array is walked once in each turn.");
  }

  /** Costs over a number of clients, a line a server, both logarithmic. */
  static Figure clients() {
    int[] clients = {1, 2, 4, 16, 64, 256, 1024};
    List<Mark> marks = new ArrayList<>();
    List<String> servers = List.of("epoll, one thread", "a thread a client", "a process a client");
    for (int line = 0; line < servers.size(); line++) {
      List<Dot> dots = new ArrayList<>();
      for (int count : clients) {
        dots.add(dot(count, 900.0 * (line + 1) * Math.pow(count, 0.2 * line), 0.05));
      }
      marks.add(new Mark.Series(servers.get(line), Look.line(line), dots));
    }
    return figure(
        new Axis("clients", new LogScale(0, 4, Unit.COUNT)),
        new Axis("CPU time a message", new LogScale(2, 5, Unit.NS)),
        marks);
  }

  /** Many single numbers along a linear axis. */
  static Figure scatter() {
    Random random = new Random(7);
    List<Dot> dots =
        IntStream.range(0, 200).mapToObj(i -> Dot.at(i / 10.0, random.nextGaussian() * 3)).toList();
    return figure(
        new Axis("time since the start (s)", LinearScale.between(0, 20)),
        new Axis("deviation from the median (ppm)", LinearScale.between(-10, 10)),
        List.of(new Mark.Series("repetitions", Look.points(0), dots)));
  }

  /** Two humps, with what was estimated and published. */
  static Figure distribution() {
    List<Double> edges = IntStream.rangeClosed(0, 18).mapToObj(i -> (50 + i) * 0.05).toList();
    List<Mark> marks =
        List.of(
            new Mark.Steps("quiet: 202 couples", Look.line(0), edges, counts(18, 1, 2)),
            new Mark.Steps("disturbed: 60 couples", Look.line(3), edges, counts(18, 15, 1)),
            new Mark.Strip(RULE, true, 2.58, 2.62),
            new Mark.Rule("estimate: 2.60 µs [2.58, 2.62]", RULE, true, 2.6, true),
            new Mark.Rule("published: 0.62 µs", DOTTED, true, 0.62, true),
            new Mark.Rug("medians of 3 processes", List.of(2.56, 2.61, 2.62)));
    return figure(
        new Axis("cost of one switch (µs)", LinearScale.between(2.5, 3.4)),
        new Axis("couples in 0.05 µs", LinearScale.fromZero(100)),
        marks,
        "Not shown: 2 of 262 couples, from 1.90 µs to 40.0 µs.");
  }

  private static List<Double> counts(int bins, int peak, double width) {
    return IntStream.range(0, bins)
        .mapToObj(i -> (double) Math.round(95 * Math.exp(-Math.pow((i - peak) / width, 2) / 2)))
        .toList();
  }

  /** Two processes and one, in turns. */
  static Figure timeline() {
    List<Mark> marks =
        List.of(
            new Mark.Spans("walk", Look.line(2), spans(0, 0.4, 1.2, 0)),
            new Mark.Spans("system call", Look.line(1), spans(0.4, 0.6, 1.2, 0)),
            new Mark.Spans("switch", Look.line(3), spans(0.6, 1.0, 1.2, 1)),
            new Mark.Spans(
                "switched out",
                new Look(Look.GREY, Look.Stroke.FULL, Look.Shape.NONE, false),
                spans(1.0, 1.2, 1.2, 1)));
    return figure(
        new Axis("time (µs)", LinearScale.between(0, 6.4)),
        new Axis(
            "", new RowScale(List.of("single", "pair: parent", "pair: peer"), List.of(), true)),
        marks);
  }

  private static List<Mark.Span> spans(double from, double to, double period, int firstRow) {
    List<Mark.Span> spans = new ArrayList<>();
    for (int row = firstRow; row < 3; row++) {
      for (double at = 0.3 * row; at < 5.5; at += period) {
        spans.add(new Mark.Span(row, at + from, at + to));
      }
    }
    return spans;
  }

  /** Rungs from a call to two processes on two CPUs. */
  static Figure ladder() {
    List<String> names =
        List.of(
            "call",
            "register",
            "ucontext",
            "futex-thread",
            "eventfd-process",
            "pipe-process",
            "socketpair-process-cross");
    List<String> notes =
        List.of(
            "The floor: the message is passed by a function call, nothing switches.",
            "A stack each, and a few registers are saved and loaded by hand.",
            "Without library, but by swapcontext: a system call for the mask.",
            "One side sleeps until the other wakes it.",
            "The same between processes: the address space changes.",
            "The same between processes: the switch of the paper's Fig. 3.",
            "Two CPUs: one wakes the other, caches hand the message over.");
    List<@Nullable Estimate> ns = new ArrayList<>();
    for (double cost : new double[] {0.8, 1.52, 264, 812, Double.NaN, 1320, 3_920_000}) {
      ns.add(
          Double.isNaN(cost)
              ? null
              : new Estimate(cost, cost == 0.8 ? -0.4 : cost * 0.97, cost * 1.04, 0.95));
    }
    List<Dot> user = new ArrayList<>();
    List<Dot> kernel = new ArrayList<>();
    List<Dot> gross = new ArrayList<>();
    for (int i = 0; i < ns.size(); i++) {
      Estimate cost = ns.get(i);
      (i < 3 ? user : kernel).add(Dot.lying(cost, i, 1, ""));
      gross.add(Dot.at(cost == null ? Double.NaN : cost.value() * 2 + 20, i));
    }
    Look back = new Look(Look.GREY, Look.Stroke.NONE, Look.Shape.CROSS, false);
    return figure(
        new Axis(
            "cost of one switch beyond its message (logarithmic)", new LogScale(-1, 7, Unit.NS)),
        new Axis("", new RowScale(names, notes, true)),
        List.of(
            new Mark.Series("with its message", back, gross),
            new Mark.Series("user", Look.points(0), user, true),
            new Mark.Series("kernel", Look.points(1), kernel, true)));
  }

  /** Wrong methods beside the right one. */
  static Figure protocols() {
    List<String> names = List.of("twice-the-switches", "li-2007", "unpinned", "shared-array");
    double[] wrong = {0.5, 1.03, 40, Double.NaN};
    List<Dot> rights = new ArrayList<>();
    List<Dot> wrongs = new ArrayList<>();
    List<Dot> once = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rights.add(Dot.lying(new Estimate(1, 0.98, 1.03, 0.95), i - 0.22, 1, ""));
      wrongs.add(Dot.lying(new Estimate(wrong[i], wrong[i] * 0.9, wrong[i] * 1.1, 0.95), i, 1, ""));
      once.add(new Dot(Double.NaN, i, wrong[i] * 0.5 - 0.3, wrong[i] * 1.6, ""));
    }
    return figure(
        new Axis(
            "cost of one switch (µs)",
            SymlogScale.of(new double[] {1, 1, 1}, new double[] {-0.1, 64}, 0.01)),
        new Axis("", new RowScale(names, List.of(), true)),
        List.of(
            new Mark.Series("right", Look.points(0), rights, true),
            new Mark.Series("wrong", Look.points(3), wrongs, true),
            new Mark.Series("applied once", Look.points(3).with(Look.Shape.THICK), once, true)),
        "Thin: where 95 % of single applications of the method answer.");
  }

  /** Changes by alternative, up and down. */
  static Figure whatIf() {
    List<String> names = List.of("TLBs × 2", "2 MiB pages", "TLB flushed");
    List<Dot> misses = List.of(Dot.at(0, 0), dot(1, -14.4, 0.2), dot(2, 2.85, 0.4));
    List<Dot> costs = List.of(Dot.at(0, 0), dot(1, -54.9, 0.2), Dot.at(2, 0));
    return figure(
        new Axis("", new RowScale(names, List.of(), false)),
        new Axis("change a switch (misses; cost in ns)", LinearScale.fromZero(-70, 5)),
        List.of(
            new Mark.Bars("dTLB misses", Look.points(0), misses),
            new Mark.Bars("cost of a switch (ns)", Look.points(1), costs)));
  }

  /** Two parts of a cost on one another, at two levels; one part is below zero, one is wide. */
  static Figure parts() {
    List<Mark.Bars> bars =
        List.of(
            part("user: message and switch", 3, "user", 0.17, 0.18, 0.17),
            part("user: own array fetched again", 5, "user", -0.05, 0.26, 1.95),
            part("kernel: message and switch", 0, "kernel", 1.3, 1.31, 1.29),
            part("kernel: own array fetched again", 1, "kernel", -0.06, 0.28, 2.2));
    return figure(
        new Axis("array size (KiB)", SizeScale.of(List.of(1L << 10, 1L << 18))),
        new Axis("cost of one switch (µs)", LinearScale.fromZero(-0.1, 3.6)),
        List.copyOf(bars));
  }

  private static Mark.Bars part(String name, int tint, String stack, double... us) {
    List<Dot> dots =
        List.of(dot(1 << 10, us[0], 0.2), dot(32 << 10, us[1], 0.1), dot(256 << 10, us[2], 3));
    return new Mark.Bars(name, Look.points(tint), dots, stack);
  }

  /** The order of touches, for two strides. */
  static Figure touches() {
    Scale x = new LinearScale(-1, 19, 1);
    return figure(
        new Axis("element within its cache line, one grid a stride", x),
        new Axis("cache line", new LinearScale(-16, 1, 1)),
        List.of(
            new Mark.Cells("stride 8 B", 0, cells(false)),
            new Mark.Cells("stride 64 B", 10, cells(true))),
        "Dark is touched early, light late; a number is the place in the order of touches.");
  }

  private static List<Mark.Cell> cells(boolean byLine) {
    return IntStream.range(0, 128)
        .mapToObj(
            i -> {
              int touch = byLine ? i % 8 * 16 + i / 8 : i;
              return new Mark.Cell(i % 8, i / 8, touch / 127.0, Integer.toString(touch));
            })
        .toList();
  }
}
