package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Claim;
import org.switchlab.estimate.Analysis;
import org.switchlab.estimate.MeasureAnalysis;
import org.switchlab.figure.Figure;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Procedure;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.table.Column;
import org.switchlab.table.Rows;

/** What an experiment says of itself. Immutable: {@link #with} answers a changed copy. */
public final class Spec implements Cloneable, Presentation {

  /** What every experiment can be told. */
  private static final List<Factor> COMMON =
      List.of(
          Factor.count("cpu").one(null).help("Measure on this logical CPU."),
          Factor.count("seed").one(null).help("Repeat the random choices of an earlier run."));

  private final String name;
  Map<String, List<Object>> aliases = Map.of();
  String title;
  String summary = "";
  String figure = "";
  List<Factor> varied = List.of();
  List<Factor> ownOptions = List.of();
  List<Measure> measured = List.of();
  @Nullable Lines lines;
  @Nullable Function<Choices, List<Setting>> settings;
  @Nullable Procedure procedure;
  @Nullable Analysis analysis;
  boolean timed = true;
  Function<Result, Figure> drawing = result -> Lines.lines().draw(result);
  Map<String, Function<Result, Figure>> further = Map.of();
  Function<Result, List<Rows>> showing = result -> List.of(result.rows());
  Function<Result, String> saying = result -> "";
  Function<Result, List<String>> noting = result -> List.of();
  Function<Result, Map<String, String>> adding = result -> Map.of();

  private Spec(String name) {
    this.name = name;
    this.title = name;
  }

  /** How results are shown of which no experiment is known. */
  static Presentation plain() {
    return new Spec("unknown");
  }

  static Spec named(String name) {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "'%s' is no name of an experiment: small letters, digits and hyphens, such as my-switch"
              .formatted(name));
    }
    return new Spec(name);
  }

  /** The same map with one more entry, in its order. */
  static <T> Map<String, T> more(Map<String, T> some, String name, T value) {
    Map<String, T> more = new LinkedHashMap<>(some);
    more.put(name, value);
    return Collections.unmodifiableMap(more);
  }

  /** A copy with {@code change} made to it. */
  Spec with(Consumer<Spec> change) {
    try {
      Spec copy = (Spec) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("it is cloneable", e);
    }
  }

  /** A claim that this build ships. */
  static Claim claim(String id) {
    return Claim.find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no claim '%s'; there are %s; give your own as a Claim"
                        .formatted(
                            id,
                            Claim.all().stream()
                                .map(Claim::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** A claim of a researcher's own. */
  static Claim ownClaim(String experiment, String id, String statement) {
    if (Claim.find(id).isPresent()) {
      throw new IllegalArgumentException(
          "'%s' is a claim that SwitchLab ships: give yours another ID, or answer that one by"
                  .formatted(id)
              + " .claim(\"%s\", (claim, result) -> …)".formatted(id));
    }
    return new Claim(id, experiment, "own", statement, "", null);
  }

  /** Its one name, as on the command line. */
  public String name() {
    return name;
  }

  /** Second names, each with what it sets: words and values in turn. */
  public Map<String, List<Object>> aliases() {
    return aliases;
  }

  /** Heading of its chart. */
  public String title() {
    return title;
  }

  /** One sentence for lists. */
  public String summary() {
    return summary.isEmpty() ? title : summary;
  }

  /** The figure of a source that it redraws; empty if none. */
  public String figure() {
    return figure;
  }

  /** Whether its values are times, or follow from times. */
  public boolean isTimed() {
    return timed;
  }

  /** Factors that vary. */
  public List<Factor> varied() {
    return varied;
  }

  @Override
  public Figure figure(Result result) {
    return drawing.apply(result);
  }

  @Override
  public Map<String, Figure> furtherFigures(Result result) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    further.forEach((figure, drawn) -> figures.put(figure, drawn.apply(result)));
    figures.values().removeIf(Figure::isEmpty);
    return figures;
  }

  @Override
  public List<Rows> tables(Result result) {
    return showing.apply(result);
  }

  @Override
  public String headline(Result result) {
    return saying.apply(result);
  }

  @Override
  public List<String> notes(Result result) {
    return noting.apply(result);
  }

  @Override
  public Map<String, String> files(Result result) {
    return adding.apply(result);
  }

  /** How it measures. */
  public Procedure procedure() {
    Procedure own =
        said(procedure, "says not how it measures", "add .by(program(…)), .by(cFunction(…)) or so");
    return measured.isEmpty() ? own : own.measuring(measured);
  }

  /** How it estimates. */
  public Analysis analysis() {
    if (analysis == null && !measured.isEmpty()) {
      return new MeasureAnalysis(measured);
    }
    return said(analysis, "says not how it estimates", "add .estimate(…)");
  }

  private <T> T said(@Nullable T part, String missing, String fix) {
    if (part == null) {
      throw new IllegalArgumentException("experiment '%s' %s: %s".formatted(name, missing, fix));
    }
    return part;
  }

  /** Everything that can be set: what varies, its own options, its procedure's, everybody's. */
  public List<Factor> factors() {
    List<Factor> all = new ArrayList<>(varied.stream().filter(Factor::isSettable).toList());
    all.addAll(ownOptions);
    all.addAll(procedure().options());
    all.addAll(COMMON);
    return all;
  }

  /** Where to measure. */
  List<Setting> settingsOf(Choices choices) {
    Function<Choices, List<Setting>> own = settings;
    for (Factor factor : own == null ? varied : List.<Factor>of()) {
      if (choices.all(factor.name()).isEmpty()) {
        throw new IllegalArgumentException(
            "experiment '%s' varies '%s' and gives it no value: name some where it is declared, or"
                    .formatted(name, factor.name())
                + " set(\"%s\", …)".formatted(factor.word()));
      }
    }
    return own == null ? choices.combinations(varied) : own.apply(choices);
  }

  /**
   * Refuses a definition that cannot work.
   *
   * @throws IllegalArgumentException naming the experiment, what is wrong, and the fix
   */
  void check() {
    if (procedure().measures().isEmpty()) {
      throw new IllegalArgumentException(
          "experiment '%s' measures nothing: add .measure(time(\"…\")) or another measure"
              .formatted(name));
    }
    List<Column> measures = procedure().measures();
    Stream<String> estimates = measured.stream().map(Measure::name);
    refuseTwice(
        "the factor or measure",
        Stream.concat(varied.stream().map(Factor::name), measures.stream().map(Column::name))
            .toList());
    refuseTwice(
        "the factor or measure",
        Stream.concat(varied.stream().map(Factor::name), estimates).toList());
    refuseTwice("the option", factors().stream().map(Factor::word).toList());
    analysis();
    if (lines != null && !measured.isEmpty()) {
      lines.check(name, varied, measured);
    }
  }

  private void refuseTwice(String what, List<String> names) {
    for (String each : names) {
      if (Collections.frequency(names, each) > 1) {
        throw new IllegalArgumentException(
            "experiment '%s' has %s '%s' twice: give one of them another name"
                .formatted(name, what, each));
      }
    }
  }
}
