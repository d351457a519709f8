package org.switchlab.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What is drawn of a figure of very many points: no screen shows more, and a picture of a million
 * of them opens nowhere. All values stay in the result's tables and files.
 */
public final class Thinning {

  /** Points of a series that a screen can tell apart, about. */
  public static final int MOST = 2_000;

  /** Of each group of neighbours: its first, lowest, highest and last. */
  private static final int OF_A_GROUP = 4;

  private final List<Mark> marks = new ArrayList<>();
  private long all;
  private long kept;

  private Thinning() {}

  /** The same figure if it is small; otherwise fewer points of the same outline, and a note. */
  public static Figure of(Figure figure) {
    var thinning = new Thinning();
    figure.marks().forEach(mark -> thinning.marks.add(thinning.thinned(mark)));
    if (thinning.all == thinning.kept) {
      return figure;
    }
    List<String> notes = new ArrayList<>(figure.notes());
    notes.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d points are drawn, the extremes among them; the table holds all.",
            thinning.kept,
            thinning.all));
    return new Figure(figure.heading(), notes, figure.x(), figure.y(), thinning.marks);
  }

  private Mark thinned(Mark mark) {
    return switch (mark) {
      case Mark.Series s ->
          new Mark.Series(s.name(), s.look(), counted(s.dots(), dots(s)), s.lying());
      case Mark.Rug rug -> new Mark.Rug(rug.name(), counted(rug.values(), values(rug)));
      case Mark.Spans s -> new Mark.Spans(s.name(), s.look(), counted(s.spans(), longest(s)));
      case Mark.Bars _,
          Mark.Steps _,
          Mark.Cells _,
          Mark.Rule _,
          Mark.Level _,
          Mark.Strip _,
          Mark.Label _ ->
          mark;
    };
  }

  private <T> List<T> counted(List<T> whole, List<T> some) {
    all += whole.size();
    kept += some.size();
    return some;
  }

  private static List<Dot> dots(Mark.Series series) {
    List<Dot> dots = series.dots();
    if (dots.size() <= MOST) {
      return dots;
    }
    Comparator<Dot> byHeight = Comparator.comparingDouble(series.lying() ? Dot::x : Dot::y);
    int groups = MOST / OF_A_GROUP;
    List<Dot> some = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) dots.size() * group / groups);
      int to = (int) ((long) dots.size() * (group + 1) / groups);
      some.addAll(outline(dots.subList(from, to), byHeight));
    }
    return some;
  }

  private static List<Dot> outline(List<Dot> group, Comparator<Dot> byHeight) {
    List<Integer> there =
        IntStream.range(0, group.size()).filter(i -> group.get(i).isThere()).boxed().toList();
    Comparator<Integer> order = Comparator.comparing(group::get, byHeight);
    int last = group.size() - 1;
    return IntStream.of(
            0, there.stream().min(order).orElse(0), there.stream().max(order).orElse(last), last)
        .distinct()
        .sorted()
        .mapToObj(group::get)
        .toList();
  }

  private static List<Double> values(Mark.Rug rug) {
    List<Double> sorted = rug.values().stream().sorted().toList();
    return sorted.size() <= MOST
        ? rug.values()
        : IntStream.range(0, MOST)
            .mapToObj(i -> sorted.get((int) ((long) i * (sorted.size() - 1) / (MOST - 1))))
            .toList();
  }

  /** Short stretches are the ones that no picture shows. */
  private static List<Mark.Span> longest(Mark.Spans spans) {
    return spans.spans().size() <= MOST
        ? spans.spans()
        : spans.spans().stream()
            .sorted(Comparator.comparingDouble((Mark.Span s) -> s.from() - s.to()))
            .limit(MOST)
            .sorted(Comparator.comparingDouble(Mark.Span::from))
            .toList();
  }
}
