package org.switchlab.experiment.added;

import static org.switchlab.experiment.Words.lines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Statement;
import org.switchlab.estimate.Analysis;
import org.switchlab.experiment.Experiment;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.SubjectCode;
import org.switchlab.procedure.SubjectVisits;
import org.switchlab.result.Result;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** How many instructions a yield is made of, read in the machine code: Fig. 11. */
public final class YieldCode {

  private static final String TAIL = "cacs-tail";
  private static final String DEFAULT = "cacs-call";

  /** The functions that yield, by subject: as a tail without saving, by the usual convention. */
  private static final Map<String, String> FUNCTIONS = functions();

  /** What the paper prints. */
  private static final int WITHOUT_SAVING = 12;

  /** It prints 24 with saving, twice as many; which registers a compiler saves is its own. */
  private static final double LEAST_RATIO = 1.5;

  private static final double MOST_RATIO = 3;

  /** As data. */
  public static final Experiment<Result> EXPERIMENT =
      Experiment.experiment("yield-code")
          .title("Instructions of a yield, by what it saves")
          .summary("how many instructions a yield is, read in machine code")
          .redraws("Fig. 11")
          .vary(
              Factor.choice(SubjectVisits.SUBJECT, List.copyOf(FUNCTIONS.keySet()))
                  .word("subjects")
                  .help("Whose code to read (default: all)."))
          .untimed()
          .by(new SubjectCode(FUNCTIONS))
          .estimate(YieldCode::tables)
          .show(lines().x(SubjectVisits.SUBJECT).y(SubjectCode.INSTRUCTIONS.name()))
          .answers("CO-12", YieldCode::isAsPrinted);

  private YieldCode() {}

  private static Map<String, String> functions() {
    Map<String, String> functions = new LinkedHashMap<>();
    functions.put(TAIL, "ours_tail_yield");
    functions.put("preserve-none", "ours::PreserveNoneBy<false>::yield()");
    functions.put(DEFAULT, "ours::CacsCall::yield()");
    functions.put("full", "ours_full_switch");
    return functions;
  }

  private static List<Rows> tables(
      Plan plan, List<Observation> observations, Map<Setting, ?> stops) {
    List<Column> columns = List.of(plan.factors().getFirst(), SubjectCode.INSTRUCTIONS);
    List<Row> rows =
        observations.stream().map(seen -> seen.setting().row().and(seen.seen())).toList();
    return List.of(new Rows(Analysis.ESTIMATES, columns, rows));
  }

  private static Statement isAsPrinted(Result result) {
    OptionalDouble tail = count(result, TAIL);
    OptionalDouble saving = count(result, DEFAULT);
    if (tail.isEmpty() || saving.isEmpty()) {
      return new Statement(
          Outcome.NOT_MEASURABLE, "", "There is no machine code of both: see the warnings");
    }
    double ratio = saving.getAsDouble() / tail.getAsDouble();
    boolean same =
        tail.getAsDouble() == WITHOUT_SAVING && ratio >= LEAST_RATIO && ratio <= MOST_RATIO;
    return new Statement(
        same ? Outcome.CONFIRMED : Outcome.REFUTED,
        "%.0f without saving, %.0f with the usual convention"
            .formatted(tail.getAsDouble(), saving.getAsDouble()),
        "Counted in the machine code that this machine's compiler made, which saves in its own way:"
            + " asked is whether 12 are left, and about twice as many with saving");
  }

  private static OptionalDouble count(Result result, String subject) {
    return result.rows().where(SubjectVisits.SUBJECT, subject).first().stream()
        .flatMapToDouble(row -> row.number(SubjectCode.INSTRUCTIONS.name()).stream())
        .findFirst();
  }
}
