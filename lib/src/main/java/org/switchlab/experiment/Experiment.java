package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.switchlab.claim.Answer;
import org.switchlab.claim.Check;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Statement;
import org.switchlab.estimate.Analysis;
import org.switchlab.figure.Figure;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.Procedure;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.table.Rows;

/**
 * An experiment as data: what varies, what is measured and how, what follows, how it is shown,
 * which claims it answers. Immutable; each method answers a new one with something added.
 *
 * @param <R> what its results are
 */
public final class Experiment<R extends Result> {

  private final Spec spec;
  private final BiFunction<ResultData, Presentation, R> maker;
  private final Answering<R> answering;
  private final Function<Experiment<R>, Setup<R>> opener;
  private final BiFunction<R, Path, R> reader;

  private Experiment(
      Spec spec,
      BiFunction<ResultData, Presentation, R> maker,
      Answering<R> answering,
      Function<Experiment<R>, Setup<R>> opener,
      BiFunction<R, Path, R> reader) {
    this.spec = spec;
    this.maker = maker;
    this.answering = answering;
    this.opener = opener;
    this.reader = reader;
  }

  /** An experiment called {@code name}, of which nothing else is said yet. */
  public static Experiment<Result> experiment(String name) {
    return new Experiment<>(
        Spec.named(name), Result::new, Answering.nothing(), Setup::new, (result, folder) -> result);
  }

  private Experiment<R> with(Spec other) {
    return new Experiment<>(other, maker, answering, opener, reader);
  }

  /** With a heading for its chart. */
  public Experiment<R> title(String title) {
    return with(spec.with(s -> s.title = title));
  }

  /** With one sentence for lists. */
  public Experiment<R> summary(String sentence) {
    return with(spec.with(s -> s.summary = sentence));
  }

  /** With the figure of a source that it redraws, as the datasets name it: {@code Fig. 3}. */
  public Experiment<R> redraws(String figure) {
    return with(spec.with(s -> s.figure = figure));
  }

  /**
   * With a second name that stands for settings of its own: {@code alias("fig9", "level", "user")}.
   *
   * @param wordsAndValues what it sets, as {@link Setup#set} does
   */
  public Experiment<R> alias(String name, Object... wordsAndValues) {
    return with(spec.with(s -> s.aliases = Spec.more(s.aliases, name, List.of(wordsAndValues))));
  }

  /** Varying these factors: each is an option, a setter, and a column. */
  public Experiment<R> vary(Factor... factors) {
    return with(spec.with(s -> s.varied = joined(s.varied, factors)));
  }

  /** Measuring these, the main one first, where the procedure leaves that to the experiment. */
  public Experiment<R> measure(Measure... measures) {
    return with(
        spec.with(
            s ->
                s.measured = Stream.concat(s.measured.stream(), Arrays.stream(measures)).toList()));
  }

  /** With things that can be set and do not vary. */
  public Experiment<R> option(Factor... factors) {
    return with(spec.with(s -> s.ownOptions = joined(s.ownOptions, factors)));
  }

  private static List<Factor> joined(List<Factor> some, Factor... more) {
    return Stream.concat(some.stream(), Arrays.stream(more)).toList();
  }

  /** With settings that are not simply every combination of what varies. */
  public Experiment<R> settings(Function<Choices, List<Setting>> settings) {
    return with(spec.with(s -> s.settings = settings));
  }

  /** Measuring no time: what disturbs times gives no reason to doubt it. */
  public Experiment<R> untimed() {
    return with(spec.with(s -> s.timed = false));
  }

  /** Measuring this way. */
  public Experiment<R> by(Procedure procedure) {
    return with(spec.with(s -> s.procedure = procedure));
  }

  /** With estimates made this way. */
  public Experiment<R> estimate(Analysis analysis) {
    return with(spec.with(s -> s.analysis = analysis));
  }

  /** Whose results are read through a type of their own. */
  public <S extends Result> Experiment<S> as(BiFunction<ResultData, Presentation, S> newMaker) {
    return new Experiment<>(
        spec, newMaker, Answering.nothing(), Setup::new, (result, folder) -> result);
  }

  /** The same, whose results are made with what one run has beside their data. */
  Experiment<R> making(BiFunction<ResultData, Presentation, R> ofOneRun) {
    return new Experiment<>(spec, ofOneRun, answering, opener, reader);
  }

  /** Whose stored results have more in their folder: {@code newReader} adds it. */
  Experiment<R> reading(BiFunction<R, Path, R> newReader) {
    return new Experiment<>(spec, maker, answering, opener, newReader);
  }

  /** Set up by a type of its own, for what cannot be said in words and numbers. */
  Experiment<R> setUpBy(Function<Experiment<R>, Setup<R>> newOpener) {
    return new Experiment<>(spec, maker, answering, newOpener, reader);
  }

  /** Shown by this figure. */
  public Experiment<R> show(Function<? super R, Figure> figure) {
    return with(
        spec.with(
            s -> {
              s.drawing = own(figure);
              s.lines = figure instanceof Lines lines ? lines : null;
            }));
  }

  /** With a further figure, whose name is a file's: {@code parts}; left out where it is empty. */
  public Experiment<R> also(String name, Function<? super R, Figure> figure) {
    return with(spec.with(s -> s.further = Spec.more(s.further, name, own(figure))));
  }

  /** With these tables for people, instead of the main one. */
  public Experiment<R> tables(Function<? super R, List<Rows>> tables) {
    return with(spec.with(s -> s.showing = own(tables)));
  }

  /** With one sentence that holds the number that was asked for. */
  public Experiment<R> headline(Function<? super R, String> sentence) {
    return with(spec.with(s -> s.saying = own(sentence)));
  }

  /** With further sentences that a reader needs. */
  public Experiment<R> notes(Function<? super R, List<String>> sentences) {
    return with(spec.with(s -> s.noting = own(sentences)));
  }

  /** With further files in a result's folder: text by file name. */
  public Experiment<R> files(Function<? super R, Map<String, String>> files) {
    return with(spec.with(s -> s.adding = own(files)));
  }

  @SuppressWarnings("unchecked") // a result is shown by the experiment that made it
  private static <R extends Result, T> Function<Result, T> own(Function<? super R, T> ofOwn) {
    return result -> ofOwn.apply((R) result);
  }

  /** Answering a claim that this build ships. */
  public Experiment<R> claim(String id, Check<R> check) {
    return claim(Spec.claim(id), check);
  }

  /** Answering a claim. */
  public Experiment<R> claim(Claim claim, Check<R> check) {
    return new Experiment<>(spec, maker, answering.with(claim, check), opener, reader);
  }

  /**
   * Answering a claim that this build ships by a statement about amounts.
   *
   * @param judge says it of a result
   */
  public Experiment<R> answers(String id, Function<? super R, Statement> judge) {
    return claim(id, (claim, result) -> Answer.exact(judge.apply(result).answers(claim)));
  }

  /**
   * Answering a claim of one's own.
   *
   * @param id short and stable: {@code MY-1}
   * @param statement the claim in one sentence
   * @param judge says it of a result: {@code r -> r.at("sleepNs", 1_000).above(…)}
   * @throws IllegalArgumentException if a claim that this build ships has that ID
   */
  public Experiment<R> claim(String id, String statement, Function<? super R, Statement> judge) {
    Claim own = Spec.ownClaim(name(), id, statement);
    return claim(own, (claim, result) -> Answer.exact(judge.apply(result).answers(claim)));
  }

  /** What it says of itself. */
  public Spec spec() {
    return spec;
  }

  /** Its one name. */
  public String name() {
    return spec.name();
  }

  /** The claims it answers. */
  public Set<Claim> claims() {
    return answering.checks().keySet();
  }

  /** Whether {@code word} is its name or a second name. */
  public boolean isCalled(String word) {
    return name().equals(word) || spec.aliases().containsKey(word);
  }

  /**
   * Begins to set a run up.
   *
   * @throws IllegalArgumentException if the definition cannot work, naming what and the fix
   */
  public Setup<R> setup() {
    return setup(name());
  }

  /** Begins to set a run up as one of its names asks for. */
  Setup<R> setup(String asked) {
    Setup<R> setup = opener.apply(this);
    List<Object> preset = spec.aliases().getOrDefault(asked, List.of());
    for (int i = 0; i + 1 < preset.size(); i += 2) {
      setup.set(preset.get(i).toString(), preset.get(i + 1));
    }
    return setup;
  }

  /** Sets a factor and goes on setting up; see {@link Setup#set}. */
  public Setup<R> set(String word, Object... values) {
    return setup().set(word, values);
  }

  /** Runs with all defaults; see {@link Setup#run}. */
  public R run() {
    return setup().run();
  }

  /** Reads a stored result of this experiment back. */
  public R load(Path folder) {
    Catalogue.register(this);
    return read(Catalogue.read(folder), folder);
  }

  /** The result whose data were read from {@code folder}. */
  R read(ResultData data, Path folder) {
    return reader.apply(make(data), folder);
  }

  /** A result of {@code data}. */
  R make(ResultData data) {
    return maker.apply(data, spec);
  }

  /** Its result with a verdict on each claim, all judged together at the level of the plan. */
  R judged(ResultData data) {
    return make(data.withVerdicts(answering.verdicts(make(data), data)));
  }

  /**
   * What follows from observations that were made elsewhere, as after a run: estimates, and a
   * verdict on each claim.
   *
   * @param begun the machine and the plan that they belong to
   * @param seen the observations, in the order seen
   */
  public R conclude(ResultData begun, List<Observation> seen) {
    List<Rows> tables = spec.analysis().tables(begun.plan(), seen, Map.of());
    return judged(begun.with(begun.source(), seen, tables));
  }

  /** The settings of which more would help to decide the claims that {@code data} leave open. */
  Set<Setting> openSettings(ResultData data) {
    return answering.open(make(data), data);
  }

  /**
   * What its check says of a claim, if the result bears on it: one that this experiment made, as
   * the catalogue knows.
   */
  @SuppressWarnings("unchecked") // a result is answered for by the experiment that made it
  Optional<Answer> answerOf(Claim claim, Result result) {
    return answering.answer(claim, (R) result);
  }

  @Override
  public String toString() {
    return Objects.toString(spec.name()) + ": " + spec.summary();
  }
}
