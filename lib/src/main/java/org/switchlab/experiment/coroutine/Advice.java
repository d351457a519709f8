package org.switchlab.experiment.coroutine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.switchlab.experiment.Lines;
import org.switchlab.experiment.coroutine.CoroutineResult.Cost;
import org.switchlab.figure.Axis;
import org.switchlab.figure.Dot;
import org.switchlab.figure.Figure;
import org.switchlab.figure.LogScale;
import org.switchlab.figure.Look;
import org.switchlab.figure.Mark;
import org.switchlab.figure.RowScale;
import org.switchlab.procedure.SubjectVisits;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;

/** Which coroutine to use for what, as the numbers of this machine say. */
public final class Advice {

  private static final double SHORTEST_NS = 0.1;

  private static final Column NEED = Column.text("need", "what you do");
  private static final Column QUICKEST = Column.text("quickest", "quickest here");
  private static final Column COST = Column.number("gross", Unit.NS, "an operation");
  private static final Column OTHERS = Column.text("others", "the best of other systems");

  /** What each workload stands for, by its name. */
  private static final Map<String, String> NEEDS = needs();

  private Advice() {}

  private static Map<String, String> needs() {
    Map<String, String> needs = new LinkedHashMap<>();
    needs.put("sequence-sum", "produce items one by one");
    needs.put("pipeline", "chain producers");
    needs.put("tree-walk", "walk a tree, item by item");
    needs.put("hanoi", "yield from deep recursion");
    needs.put("coroutine-yield", "let many tasks take turns");
    needs.put("write-fully", "wait before each write, in many tasks");
    return needs;
  }

  /** The workloads that are compared, from the simplest to the most like an application. */
  public static List<String> workloads() {
    return List.copyOf(NEEDS.keySet());
  }

  /** For each need the quickest subject, and the best of each other system. */
  public static List<Rows> tables(CoroutineResult result) {
    List<Row> rows = new ArrayList<>();
    bestOfSystems(result).forEach((workload, costs) -> rows.add(row(workload, costs)));
    List<Rows> tables = new ArrayList<>();
    tables.add(new Rows("Which coroutine to use", List.of(NEED, QUICKEST, COST, OTHERS), rows));
    result.gaps().ifPresent(tables::add);
    return tables;
  }

  private static Row row(String workload, List<Cost> best) {
    Cost first = best.getFirst();
    return Row.of(
        NEED.name(), NEEDS.get(workload),
        QUICKEST.name(), first.title(),
        COST.name(), gross(first),
        OTHERS.name(), best.stream().skip(1).map(Advice::words).collect(Collectors.joining(", ")));
  }

  private static String words(Cost cost) {
    return "%s %s".formatted(cost.system(), Unit.NS.show(gross(cost)));
  }

  private static double gross(Cost cost) {
    return cost.number(Workload.GROSS).orElseThrow();
  }

  /** By workload, the quickest form of each system, the quickest system first. */
  private static Map<String, List<Cost>> bestOfSystems(CoroutineResult result) {
    Map<String, List<Cost>> best = new LinkedHashMap<>();
    for (Cost cost : result.fromQuickest()) {
      if (cost.number(Workload.GROSS).isPresent()) {
        List<Cost> there =
            best.computeIfAbsent(
                cost.row().text(SubjectVisits.WORKLOAD), workload -> new ArrayList<>());
        if (there.stream().noneMatch(other -> other.system().equals(cost.system()))) {
          there.add(cost);
        }
      }
    }
    Map<String, List<Cost>> ordered = new LinkedHashMap<>();
    workloads().stream()
        .filter(best::containsKey)
        .forEach(name -> ordered.put(name, Objects.requireNonNull(best.get(name))));
    return ordered;
  }

  /** The quickest of all at the first need. */
  public static String headline(CoroutineResult result) {
    return bestOfSystems(result).entrySet().stream()
        .findFirst()
        .map(
            entry ->
                "To %s, %s is quickest here: %s an item"
                    .formatted(
                        NEEDS.get(entry.getKey()),
                        entry.getValue().getFirst().title(),
                        Unit.NS.show(gross(entry.getValue().getFirst()))))
        .orElse("");
  }

  /** A row a workload, a point for the quickest form of each system. */
  public static Figure figure(CoroutineResult result) {
    Map<String, List<Cost>> best = bestOfSystems(result);
    List<String> workloads = List.copyOf(best.keySet());
    List<String> systems =
        best.values().stream().flatMap(List::stream).map(Cost::system).distinct().toList();
    List<Mark> marks = new ArrayList<>();
    for (String system : systems) {
      List<Dot> dots = new ArrayList<>();
      for (int row = 0; row < workloads.size(); row++) {
        dots.addAll(dots(best.get(workloads.get(row)), system, row));
      }
      marks.add(new Mark.Series(system, Look.points(marks.size()), dots, true));
    }
    return new Figure(
        result.heading(Lines.intervals(result.rows(), result.rows().column(Workload.GROSS.name()))),
        List.of(),
        new Axis(
            "time of one operation, quickest form of each system (logarithmic)",
            LogScale.of(
                best.values().stream()
                    .flatMap(List::stream)
                    .flatMapToDouble(Advice::ends)
                    .toArray(),
                SHORTEST_NS,
                Unit.NS)),
        new Axis("", new RowScale(workloads, List.of(), true)),
        marks);
  }

  private static List<Dot> dots(@Nullable List<Cost> costs, String system, int row) {
    return Objects.requireNonNull(costs).stream()
        .filter(cost -> cost.system().equals(system))
        .map(
            cost ->
                cost.grossNs() == null
                    ? Dot.at(gross(cost), row)
                    : Dot.lying(cost.grossNs(), row, 1, cost.title()))
        .toList();
  }

  private static DoubleStream ends(Cost cost) {
    Estimate known = cost.grossNs();
    return known == null
        ? DoubleStream.of(gross(cost))
        : DoubleStream.of(known.low(), known.value(), known.high());
  }
}
