package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Answer;
import org.switchlab.claim.Claim;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.counter.PerfSource;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.CountOptions;
import org.switchlab.result.Result;

/**
 * The whole paper: every figure that shows a measurement, in its order, and one answer to each
 * claim.
 *
 * <p>Varies the figure. Measures each within its share of the time, as its own experiment does.
 * Reads: which claims hold here, and where what they rest on is shown.
 */
public final class Paper {

  /** Column of a figure's short name, which is an experiment's name too. */
  static final String FIGURE = "figure";

  private static final List<String> ALL =
      List.of(
          "fig3",
          "fig4",
          "fig5",
          "fig6",
          "fig7",
          "fig8",
          "fig9",
          "fig10",
          "fig11",
          "fig12",
          "peak-origin",
          "what-if");

  private static final Factor FIGURES =
      Factor.choice(FIGURE, ALL)
          .word("figures")
          .help("Only these figures, such as fig3,fig8 (default: all).");

  /** Where counts come from. */
  static final Factor SOURCE =
      Factor.choice("source", List.of(CounterSources.AUTO, PerfSource.NAME, EmulatedSource.NAME))
          .one(CounterSources.AUTO)
          .help("Where counts come from (default: the first that can be had).");

  /** As data. */
  public static final Experiment<PaperResult> EXPERIMENT =
      answeringAll(
          Experiment.experiment("paper")
              .alias("all")
              .title("Deep Dive Into the Cost of Context Switch, on this machine")
              .summary(
                  "every figure of the paper and every claim, one report, five minutes at most")
              .vary(FIGURES)
              .option(SOURCE, CountOptions.PRESET)
              .settings(Paper::settings)
              .by(new PaperParts(Catalogue::open, null, null, part -> {}))
              .estimate(PaperResult::figures)
              .as((data, shown) -> new PaperResult(data, shown, List.of()))
              .setUpBy(PaperSetup::new)
              .reading(PaperResult::withPartsIn)
              .show(PaperResult::firstFigure)
              .also("parts", PaperResult::firstParts)
              .tables(result -> List.of())
              .headline(result -> PaperResult.tally(result.verdicts()))
              .notes(Paper::ran)
              .files(PaperResult::files));

  private Paper() {}

  /** Begins to set one up. */
  public static PaperSetup open() {
    return new PaperSetup(EXPERIMENT);
  }

  private static List<Setting> settings(Choices choices) {
    List<String> chosen = choices.texts(FIGURE);
    return ALL.stream().filter(chosen::contains).map(name -> Setting.of(FIGURE, name)).toList();
  }

  private static Experiment<PaperResult> answeringAll(Experiment<PaperResult> paper) {
    Experiment<PaperResult> answering = paper;
    for (Claim claim : Claim.ofStudy()) {
      answering = answering.claim(claim, Paper::answer);
    }
    return answering;
  }

  /** What its figures say of a claim: of several answers the one that decides is given. */
  private static Answer answer(Claim claim, PaperResult result) {
    List<Answer> answers =
        result.results().stream().flatMap(part -> Paper.answers(claim, part).stream()).toList();
    return answers.isEmpty() ? Answer.exact(unanswered(claim, result)) : Answer.oneOf(answers);
  }

  /** By its experiment; by its verdict where that is not known by name. */
  private static Optional<Answer> answers(Claim claim, Result part) {
    Optional<Experiment<?>> known = Catalogue.find(part.experiment());
    return known.isPresent()
        ? known.get().answerOf(claim, part)
        : part.verdicts().stream()
            .filter(verdict -> verdict.id().equals(claim.id()))
            .findFirst()
            .map(Answer::exact);
  }

  private static Verdict unanswered(Claim claim, PaperResult result) {
    String why =
        result.parts().stream()
            .filter(part -> part.result() == null && bearsOn(claim, part))
            .map(part -> "%s could not be run: %s".formatted(part.name(), part.gap()))
            .findFirst()
            .orElse("No figure of this run bears on it");
    return new Verdict(claim.id(), Outcome.NOT_MEASURABLE, claim.published(), "", why);
  }

  private static boolean bearsOn(Claim claim, PaperResult.Part part) {
    return Catalogue.find(part.name())
        .filter(experiment -> experiment.claims().contains(claim))
        .isPresent();
  }

  private static List<String> ran(PaperResult result) {
    List<String> sentences = new ArrayList<>();
    List<String> names = result.ran();
    sentences.add("Run: %s.".formatted(names.isEmpty() ? "none" : String.join(", ", names)));
    result.parts().stream()
        .filter(part -> part.result() == null)
        .map(part -> "Not run: %s, %s".formatted(part.name(), part.gap()))
        .forEach(sentences::add);
    return sentences;
  }

  /** The whole paper being set up: its figures are experiments of their own, run one by one. */
  public static final class PaperSetup extends Setup<PaperResult> {

    private @Nullable Supplier<CounterSources> sources;
    private Function<String, Setup<?>> opener = Catalogue::open;

    PaperSetup(Experiment<PaperResult> paper) {
      super(paper);
    }

    /** Runs only these of the figures: {@code fig3} to {@code fig12}, peak-origin, what-if. */
    public PaperSetup figures(String... names) {
      set("figures", (Object[]) names);
      return this;
    }

    /** Counts by these instead. */
    PaperSetup sources(Supplier<CounterSources> others) {
      sources = others;
      return this;
    }

    /** Opens the experiment behind each figure this way instead of by the catalogue. */
    PaperSetup opening(Function<String, Setup<?>> other) {
      opener = other;
      return this;
    }

    @Override
    protected PaperResult run(Machine machine) {
      Catalogue.register(experiment());
      List<PaperResult.Part> found = new ArrayList<>();
      Experiment<PaperResult> ofThisRun =
          experiment()
              .by(new PaperParts(opener, folder(), sources, found::add))
              .making((data, shown) -> new PaperResult(data, shown, found));
      return new ExperimentRun<>(ofThisRun, machine, plan(machine), choices(machine))
          .result(folder(), listener());
    }
  }
}
