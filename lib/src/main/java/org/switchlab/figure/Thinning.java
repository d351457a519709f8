package org.switchlab.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is drawn of a figure of very many points: no screen shows more, and a picture of a million
 * of them opens nowhere. All values stay in the result's tables and files.
 */
public final class Thinning {

  /** Points of a series that a screen can tell apart, about. */
  public static final int MOST = 2_000;

  /** Points of a whole figure, shared by its series, of which each has {@link #FEWEST} or more. */
  private static final int IN_ALL = 40_000;

  private static final int FEWEST = 40;

  /** Of each group of neighbours: its first, lowest, highest and last. */
  private static final int OF_A_GROUP = 4;

  private final List<Mark> marks = new ArrayList<>();
  private final int most;
  private long all;
  private long kept;

  private Thinning(int series) {
    this.most = Math.clamp(IN_ALL / Math.max(1, series), FEWEST, MOST);
  }

  /** The same figure if it is small; otherwise fewer points of the same outline, and a note. */
  public static Figure of(Figure figure) {
    var thinning = new Thinning(figure.marks().size());
    Set<Double> places = thinning.barPlaces(figure.marks(Mark.Bars.class));
    figure.marks().forEach(mark -> thinning.marks.add(thinning.thinned(mark, places)));
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

  private Mark thinned(Mark mark, Set<Double> barPlaces) {
    return switch (mark) {
      case Mark.Series s ->
          new Mark.Series(s.name(), s.look(), counted(s.dots(), dots(s)), s.lying());
      case Mark.Bars b -> new Mark.Bars(b.name(), b.look(), bars(b, barPlaces), b.stack());
      case Mark.Steps s -> steps(s);
      case Mark.Cells c -> new Mark.Cells(c.name(), c.left(), counted(c.cells(), cells(c)));
      case Mark.Rug rug -> new Mark.Rug(rug.name(), counted(rug.values(), values(rug)));
      case Mark.Spans s -> new Mark.Spans(s.name(), s.look(), counted(s.spans(), longest(s)));
      case Mark.Rule _, Mark.Level _, Mark.Strip _, Mark.Label _ -> mark;
    };
  }

  private <T> List<T> counted(List<T> whole, List<T> some) {
    all += whole.size();
    kept += some.size();
    return some;
  }

  private List<Dot> dots(Mark.Series series) {
    Comparator<Dot> byHeight = Comparator.comparingDouble(series.lying() ? Dot::x : Dot::y);
    return outline(series.dots(), Dot::isThere, byHeight);
  }

  private List<Mark.Cell> cells(Mark.Cells grid) {
    return outline(grid.cells(), any -> true, Comparator.comparingDouble(Mark.Cell::shade));
  }

  private <T> List<T> outline(List<T> points, Predicate<T> isThere, Comparator<T> order) {
    if (points.size() <= most) {
      return points;
    }
    return groups(points, most / OF_A_GROUP).stream()
        .flatMap(group -> outlineOf(group, isThere, order).stream())
        .toList();
  }

  private static <T> List<T> outlineOf(List<T> group, Predicate<T> isThere, Comparator<T> byValue) {
    List<Integer> there =
        IntStream.range(0, group.size()).filter(i -> isThere.test(group.get(i))).boxed().toList();
    Comparator<Integer> order = Comparator.comparing(group::get, byValue);
    int last = group.size() - 1;
    return IntStream.of(
            0, there.stream().min(order).orElse(0), there.stream().max(order).orElse(last), last)
        .distinct()
        .sorted()
        .mapToObj(group::get)
        .toList();
  }

  /** Neighbours together, in so many groups of nearly one size. */
  private static <T> List<List<T>> groups(List<T> points, int groups) {
    return IntStream.range(0, groups)
        .mapToObj(
            group ->
                points.subList(
                    (int) ((long) points.size() * group / groups),
                    (int) ((long) points.size() * (group + 1) / groups)))
        .toList();
  }

  /** Where bars stay: of neighbouring places the one of the tallest, for all stacks the same. */
  private Set<Double> barPlaces(List<Mark.Bars> bars) {
    Map<Double, Double> heights = new TreeMap<>();
    bars.stream()
        .flatMap(bar -> bar.dots().stream())
        .filter(Dot::isThere)
        .forEach(dot -> heights.merge(dot.x(), Math.abs(dot.y()), Double::max));
    List<Double> places = List.copyOf(heights.keySet());
    return places.size() <= most
        ? Set.copyOf(places)
        : groups(places, most).stream()
            .map(group -> Collections.max(group, Comparator.comparing(heights::get)))
            .collect(Collectors.toSet());
  }

  private List<Dot> bars(Mark.Bars bars, Set<Double> places) {
    return counted(
        bars.dots(),
        bars.dots().size() <= most
            ? bars.dots()
            : bars.dots().stream().filter(dot -> places.contains(dot.x())).toList());
  }

  /** Wider bins, each as high as the highest in it: sums would rise above the scale. */
  private Mark.Steps steps(Mark.Steps steps) {
    List<Double> counts = steps.counts();
    if (counts.size() <= most) {
      return new Mark.Steps(steps.name(), steps.look(), steps.edges(), counted(counts, counts));
    }
    List<Double> highest = groups(counts, most).stream().map(Collections::max).toList();
    List<Double> edges =
        IntStream.rangeClosed(0, most)
            .mapToObj(i -> steps.edges().get((int) ((long) counts.size() * i / most)))
            .toList();
    return new Mark.Steps(steps.name(), steps.look(), edges, counted(counts, highest));
  }

  private List<Double> values(Mark.Rug rug) {
    List<Double> sorted = rug.values().stream().sorted().toList();
    return sorted.size() <= most
        ? rug.values()
        : IntStream.range(0, most)
            .mapToObj(i -> sorted.get((int) ((long) i * (sorted.size() - 1) / (most - 1))))
            .toList();
  }

  /** Short stretches are the ones that no picture shows. */
  private List<Mark.Span> longest(Mark.Spans spans) {
    return spans.spans().size() <= most
        ? spans.spans()
        : spans.spans().stream()
            .sorted(Comparator.comparingDouble((Mark.Span s) -> s.from() - s.to()))
            .limit(most)
            .sorted(Comparator.comparingDouble(Mark.Span::from))
            .toList();
  }
}
