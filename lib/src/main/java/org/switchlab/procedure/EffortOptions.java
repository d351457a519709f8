package org.switchlab.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param withPaper whether the paper's fixed protocol is offered
 */
public record EffortOptions(Effort usual, Effort quick, boolean withPaper)
    implements Visits.EffortChoice {

  /** The option of a first look, which experiments that can be quick have. */
  public static final Factor QUICK = Factor.flag("quick").help("A first look, in seconds.");

  private static final Factor PRECISION =
      Factor.share("precision")
          .one(null)
          .where("above 0 and below 1, such as 0.02", v -> (double) v > 0 && (double) v < 1)
          .help("Stop at a setting when its interval is within this share, such as 0.02.");

  private static final Factor BUDGET =
      Factor.time("budgetNs")
          .word("budget")
          .one(null)
          .where("1 ms or more, such as 60s or 5m", v -> (long) v >= 1_000_000)
          .help("Stop after this time at the latest, such as 60s or 5m.");

  private static final Factor PAPER =
      Factor.flag("paper").help("The paper's fixed protocol: 20 groups of 10; long, see scale.");

  private static final Factor SCALE =
      Factor.share("scale")
          .one(null)
          .where(
              "above 0 and at most 1 (1 = the paper's 100 000)",
              v -> (double) v > 0 && (double) v <= 1)
          .help("With paper: factor on its N = 100 000 messages.");

  @Override
  public List<Factor> options() {
    List<Factor> options = new ArrayList<>(List.of(QUICK, PRECISION, BUDGET));
    if (withPaper) {
      options.addAll(List.of(PAPER, SCALE));
    }
    return options;
  }

  @Override
  public Effort effort(Choices choices) {
    Effort base = base(choices);
    Optional<Object> precision = choices.one(PRECISION.name());
    if (precision.isPresent() && base.isFixed()) {
      throw new IllegalArgumentException(
          "a precision of %s means nothing to the paper's fixed protocol: leave one of them out"
              .formatted(precision.get()));
    }
    Effort precise = precision.isEmpty() ? base : base.withPrecision((double) precision.get());
    Optional<Object> budgetNs = choices.one(BUDGET.name());
    return budgetNs.isEmpty()
        ? precise
        : precise.withBudgetMs(TimeUnit.NANOSECONDS.toMillis((long) budgetNs.get()));
  }

  private Effort base(Choices choices) {
    boolean paper = withPaper && choices.flag(PAPER.name());
    if (withPaper && choices.has(SCALE.name()) && !paper) {
      throw new IllegalArgumentException("scale means something only with paper: add it");
    }
    if (paper && choices.quick()) {
      throw new IllegalArgumentException("quick and paper exclude each other: leave one out");
    }
    if (paper) {
      return Efforts.paper((double) choices.one(SCALE.name()).orElse(1.0));
    }
    return choices.quick() ? quick : usual;
  }
}
