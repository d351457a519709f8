package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;

/**
 * How much is measured, as options.
 *
 * @param usual without any option
 * @param quick for a first look
 * @param extras what is offered beside precision and time
 */
public record EffortOptions(Effort usual, Effort quick, Set<Extra> extras)
    implements Visits.EffortChoice {

  /** What not every experiment can be told. */
  public enum Extra {
    /** The paper's fixed protocol. */
    PAPER,
    /** To go on until every verdict is decided. */
    VERDICTS,
    /** To keep every stamped round. */
    ROUNDS
  }

  /** The option of a first look, which experiments that can be quick have. */
  public static final Factor QUICK = Factor.flag("quick").help("A first look, in seconds.");

  private static final Factor PRECISION =
      Factor.share("precision")
          .one(null)
          .where("above 0 and below 1, such as 0.02", v -> (double) v > 0 && (double) v < 1)
          .help("Stop at a setting when its interval should be within this share, such as 0.02.");

  private static final Factor BUDGET =
      time("budget").help("Measure for this long, such as 60s or 5m.");

  /** The option to go on until every verdict is decided. */
  public static final Factor UNTIL =
      Factor.choice("until", List.of("decided"))
          .one(null)
          .help("Go on until every verdict is decided: looks again at twice the time.");

  private static final Factor LIMIT =
      time("limit").help("With until: stop after this time at the latest (default: 10m).");

  private static final long USUAL_LIMIT_MS = TimeUnit.MINUTES.toMillis(10);

  private static final Factor PAPER =
      Factor.flag("paper").help("The paper's fixed protocol: 20 groups of 10; long, see scale.");

  private static final Factor SCALE =
      Factor.share("scale")
          .one(null)
          .where(
              "above 0 and at most 1 (1 = the paper's 100 000)",
              v -> (double) v > 0 && (double) v <= 1)
          .help("With paper: factor on its N = 100 000 messages.");

  /** The option to keep every stamped round. */
  public static final Factor KEEP_ROUNDS =
      Factor.flag("keepRounds")
          .word("keep-rounds")
          .help("Keep every stamped round in rounds.csv: megabytes a second.");

  /** Keeps an immutable copy. */
  public EffortOptions {
    extras = Set.copyOf(extras);
  }

  /** With these extras. */
  public EffortOptions(Effort usual, Effort quick, Extra... extras) {
    this(usual, quick, Set.of(extras));
  }

  private static Factor time(String word) {
    return Factor.time(word + "Ns")
        .word(word)
        .one(null)
        .where("1 ms or more, such as 60s or 5m", v -> (long) v >= 1_000_000);
  }

  @Override
  public List<Factor> options() {
    List<Factor> options = new ArrayList<>(List.of(QUICK, PRECISION, BUDGET));
    if (extras.contains(Extra.VERDICTS)) {
      options.addAll(List.of(UNTIL, LIMIT));
    }
    if (extras.contains(Extra.PAPER)) {
      options.addAll(List.of(PAPER, SCALE));
    }
    if (extras.contains(Extra.ROUNDS)) {
      options.add(KEEP_ROUNDS);
    }
    return options;
  }

  /** Whether the paper's fixed protocol was asked for. */
  public boolean isPaper(Choices choices) {
    return extras.contains(Extra.PAPER) && choices.flag(PAPER.name());
  }

  @Override
  public Effort effort(Choices choices) {
    Effort timed =
        ofTime(choices, BUDGET).map(base(choices)::withBudgetMs).orElseGet(() -> base(choices));
    Optional<Double> precision = choices.one(PRECISION.name()).map(value -> (double) value);
    Optional<Long> limitMs = limitMs(choices, timed);
    refuse(
        timed.isFixed() && precision.isPresent(),
        "a precision means nothing to the paper's fixed protocol: leave one of them out");
    refuse(
        timed.isFixed() && limitMs.isPresent(),
        "the paper's fixed protocol does not wait for verdicts: leave paper or until out");
    refuse(
        precision.isPresent() && limitMs.isPresent(),
        "a precision and verdicts cannot both say when to end: leave precision or until out");
    return precision
        .map(timed::withPrecision)
        .orElseGet(() -> limitMs.map(timed::withLimitMs).orElse(timed));
  }

  private Optional<Long> limitMs(Choices choices, Effort timed) {
    if (!extras.contains(Extra.VERDICTS)) {
      return Optional.empty();
    }
    Optional<Long> given = ofTime(choices, LIMIT);
    if (!choices.has(UNTIL.name())) {
      refuse(given.isPresent(), "limit means something only with until: add --until decided");
      return Optional.empty();
    }
    long limitMs = given.orElse(Math.max(USUAL_LIMIT_MS, timed.budgetMs()));
    refuse(
        limitMs < timed.budgetMs(),
        "the limit of %d ms is shorter than the budget of %d ms, when verdicts are looked at first"
            .formatted(limitMs, timed.budgetMs()));
    return Optional.of(limitMs);
  }

  private static Optional<Long> ofTime(Choices choices, Factor factor) {
    return choices.one(factor.name()).map(ns -> TimeUnit.NANOSECONDS.toMillis((long) ns));
  }

  private static void refuse(boolean holds, String message) {
    if (holds) {
      throw new IllegalArgumentException(message);
    }
  }

  private Effort base(Choices choices) {
    boolean paper = isPaper(choices);
    refuse(
        extras.contains(Extra.PAPER) && choices.has(SCALE.name()) && !paper,
        "scale means something only with paper: add it");
    refuse(paper && choices.quick(), "quick and paper exclude each other: leave one out");
    if (paper) {
      return Efforts.paper((double) choices.one(SCALE.name()).orElse(1.0));
    }
    return choices.quick() ? quick : usual;
  }
}
