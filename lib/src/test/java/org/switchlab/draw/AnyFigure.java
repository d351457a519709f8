package org.switchlab.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** Figures of all kinds with numbers and words of all kinds. */
final class AnyFigure {

  private static final String[] WORDS = {
    "",
    "µs",
    "stride",
    "größer",
    "a",
    "socketpair-process-cross-and-more-than-that",
    "日本",
    "x y z",
    "…"
  };

  private final Random random;

  AnyFigure(long seed) {
    this.random = new Random(seed);
  }

  Figure make() {
    List<Mark> marks = new ArrayList<>();
    int kinds = 1 + random.nextInt(5);
    int pick = random.nextInt(11);
    for (int i = 0; i < kinds; i++) {
      marks.add(mark(random.nextBoolean() ? pick : random.nextInt(11)));
    }
    return new Figure(
        new Figure.Heading(words(), words(), List.of()),
        List.of(words(), words()),
        new Axis(words(), scale()),
        new Axis(words(), scale()),
        marks);
  }

  private Mark mark(int kind) {
    Look look =
        new Look(
            random.nextInt(8) - 2,
            Look.Stroke.values()[random.nextInt(4)],
            Look.Shape.values()[random.nextInt(6)],
            random.nextBoolean());
    return switch (kind) {
      case 0 -> new Mark.Bars(words(), look, dots(), random.nextBoolean() ? "stack" : words());
      case 1 -> steps(look);
      case 2 -> new Mark.Rug(words(), List.of(number(), number()));
      case 3 -> new Mark.Spans(words(), look, List.of(span(), span(), span()));
      case 4 -> new Mark.Cells(words(), number(), cells());
      case 5 -> new Mark.Rule(words(), look, random.nextBoolean(), number(), random.nextBoolean());
      case 6 -> new Mark.Strip(look, random.nextBoolean(), number(), number());
      case 8 -> new Mark.Level(words(), look, number(), number(), number());
      case 7 -> new Mark.Label(words(), number(), number(), random.nextBoolean());
      default -> new Mark.Series(words(), look, dots(), random.nextBoolean());
    };
  }

  private Mark steps(Look look) {
    int bins = 1 + random.nextInt(80);
    double width = random.nextBoolean() ? 0.05 : random.nextInt(1000) + 0.3;
    return new Mark.Steps(
        words(),
        look,
        IntStream.rangeClosed(0, bins).mapToObj(i -> i * width).toList(),
        IntStream.range(0, bins).mapToObj(i -> (double) random.nextInt(1000000)).toList());
  }

  private List<Mark.Cell> cells() {
    return IntStream.range(0, random.nextInt(200))
        .mapToObj(
            i ->
                new Mark.Cell(
                    random.nextInt(40),
                    random.nextInt(20),
                    random.nextDouble(),
                    random.nextBoolean() ? "" : words()))
        .toList();
  }

  private Mark.Span span() {
    double from = number();
    return new Mark.Span(random.nextInt(4), from, from + Math.abs(number()));
  }

  private List<Dot> dots() {
    return IntStream.range(0, random.nextInt(random.nextBoolean() ? 8 : 120))
        .mapToObj(
            i ->
                switch (random.nextInt(4)) {
                  case 0 -> Dot.at(random.nextInt(5), number());
                  case 1 -> Dot.at(number(), random.nextInt(5));
                  case 2 -> new Dot(random.nextInt(5), number(), number(), number(), words());
                  default -> new Dot(number(), number(), Double.NaN, number(), words());
                })
        .toList();
  }

  private Scale scale() {
    double low = number();
    return switch (random.nextInt(6)) {
      case 0 -> LinearScale.between(low, low + Math.abs(number()));
      case 1 -> new SizeScale(random.nextInt(5), 6 + random.nextInt(40));
      case 2 ->
          new LogScale(-random.nextInt(4), 1 + random.nextInt(9), Unit.values()[random.nextInt(6)]);
      case 3 ->
          SymlogScale.of(
              new double[] {number(), number()}, new double[] {number(), number()}, 0.01);
      default -> {
        int rows = 1 + random.nextInt(6);
        List<String> names = IntStream.range(0, rows).mapToObj(i -> words()).toList();
        yield new RowScale(names, random.nextBoolean() ? names : List.of(), random.nextBoolean());
      }
    };
  }

  private double number() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> Double.NaN;
      case 2 -> random.nextGaussian() * 1e9;
      case 3 -> random.nextGaussian() * 1e-6;
      default -> random.nextGaussian() * 10;
    };
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      words.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(9) == 0 ? "" : " ");
    }
    return words.toString();
  }
}
