package org.switchlab.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.result.ResultData;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;

/** The tables of the whole paper: its claims, and its figures. */
final class PaperTables {

  /** Title of the main table: one row a claim. */
  static final String CLAIMS = "claims";

  /** Title of the table of figures. */
  static final String FIGURES = "figures";

  private static final String TITLE = "title";
  private static final String GAP = "gap";

  /** What is observed of a figure: its title if it was run, and else why not. */
  static final List<Column> MEASURES =
      List.of(Column.text(TITLE, "shows"), Column.text(GAP, "not run because"));

  private static final List<Column> CLAIM =
      List.of(
          Column.text("claim", "claim"),
          Column.text("verdict", "verdict"),
          Column.text("published", "published"),
          Column.text("here", "here"),
          Column.text("why", "why"));

  private PaperTables() {}

  /** A figure as it was observed. */
  static Observation observation(Setting setting, PaperPart part) {
    boolean ran = part.gap().isEmpty();
    Row seen = Row.of(TITLE, ran ? part.title() : null, GAP, ran ? null : part.gap());
    return new Observation(setting, 0, 0, seen);
  }

  /** Why a figure was not run; empty if it was. */
  static String gap(Observation figure) {
    return figure.seen().text(GAP);
  }

  /** What follows from the observations alone. */
  static List<Rows> of(Plan plan, List<Observation> figures, Map<Setting, Stop> stops) {
    List<Column> columns = Stream.concat(plan.factors().stream(), MEASURES.stream()).toList();
    List<Row> rows =
        figures.stream().map(figure -> figure.setting().row().and(figure.seen())).toList();
    return List.of(new Rows(FIGURES, columns, rows));
  }

  /** The same data with the table of its claims as the main one. */
  static ResultData withClaims(ResultData data) {
    Stream<Rows> others = data.tables().stream().filter(rows -> !rows.title().equals(CLAIMS));
    List<Rows> tables = Stream.concat(Stream.of(claims(data.verdicts())), others).toList();
    return data.with(data.source(), data.observations(), tables);
  }

  private static Rows claims(List<Verdict> verdicts) {
    return new Rows(CLAIMS, CLAIM, verdicts.stream().map(PaperTables::claim).toList());
  }

  private static Row claim(Verdict verdict) {
    return Row.of(
        "claim", verdict.id(),
        "verdict", verdict.outcome().words(),
        "published", verdict.published(),
        "here", verdict.here(),
        "why", verdict.why());
  }

  /** How many claims fare how, in one sentence. */
  static String tally(List<Verdict> verdicts) {
    return Arrays.stream(Outcome.values())
        .map(o -> verdicts.stream().filter(v -> v.outcome() == o).count() + " " + o.words())
        .collect(Collectors.joining(", ", "Of the paper's claims: ", "."));
  }
}
