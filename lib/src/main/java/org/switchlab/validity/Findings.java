package org.switchlab.validity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.switchlab.table.Column;
import org.switchlab.table.Row;
import org.switchlab.table.Rows;
import org.switchlab.table.Unit;
import org.switchlab.validity.Scenario.Part;

/**
 * What a study found, held against the goals.
 *
 * @param coverage of groups of scenarios: how many intervals hold, how many runs are false, how
 *     many claims stay open
 * @param power of each claim that a planted step of a tenth tells: how many runs decide it
 * @param worstRatio the farthest of all from its goal; at most 1 misses none
 * @param missed how many goals are missed
 * @param goals how many there are
 */
public record Findings(Rows coverage, Rows power, double worstRatio, int missed, int goals) {

  private static final String SCENARIO = "scenario";
  private static final String RUNS = "runs";
  private static final String MISSED = "missed";
  private static final String NOTHING = "no";

  private static final List<Column> COVERAGE =
      List.of(
          Column.text(SCENARIO, SCENARIO),
          Column.count(RUNS, RUNS),
          Column.estimate(Quantity.TYPICAL.words(), Unit.SHARE, Quantity.TYPICAL.words()),
          Column.estimate(Quantity.DIRECT.words(), Unit.SHARE, Quantity.DIRECT.words()),
          Column.estimate(Quantity.INDIRECT.words(), Unit.SHARE, Quantity.INDIRECT.words()),
          Column.estimate(Quantity.MEAN.words(), Unit.SHARE, Quantity.MEAN.words()),
          Column.estimate("falseRuns", Unit.SHARE, "false"),
          Column.estimate("open", Unit.SHARE, "open"),
          Column.text(MISSED, MISSED));

  private static final List<Column> POWER =
      List.of(
          Column.text("costs", "planted costs"),
          Column.text("claim", "claim"),
          Column.count(RUNS, RUNS),
          Column.estimate("decided", Unit.SHARE, "decided"),
          Column.text(MISSED, MISSED));

  /** What is promised, in words and numbers. */
  public static String promise() {
    return Goals.promise();
  }

  /** Of all that a study simulated. */
  public static Findings of(Study study) {
    List<Row> coverage = new ArrayList<>();
    List<Goals> goals = new ArrayList<>();
    groups(study)
        .forEach((name, scenarios) -> coverage.add(row(name, study.of(scenarios), taken(goals))));
    List<Row> power = new ArrayList<>();
    for (Scenario scenario : study.scores().keySet()) {
      if (scenario.part() == Part.POWER) {
        for (String claim : SimulatedRun.claims(scenario.costs()).told()) {
          power.add(row(scenario, claim, study.of(scenario::equals), taken(goals)));
        }
      }
    }
    return new Findings(
        new Rows("intervals that hold, false verdicts, open claims", COVERAGE, coverage),
        new Rows("runs that decide a claim by steps of a tenth", POWER, power),
        goals.stream().mapToDouble(Goals::worst).max().orElse(0),
        goals.stream().mapToInt(one -> one.missed().size()).sum(),
        goals.stream().mapToInt(Goals::count).sum());
  }

  private static Goals taken(List<Goals> goals) {
    Goals more = new Goals();
    goals.add(more);
    return more;
  }

  /** What is told apart: what disturbs, what is planted, how much there is of each. */
  private static Map<String, Predicate<Scenario>> groups(Study study) {
    Map<String, Predicate<Scenario>> groups = new LinkedHashMap<>();
    by(study, Part.NOISES, s -> "noise: " + s.noise().name(), groups);
    by(study, Part.NOISES, s -> "costs: " + s.costs().name(), groups);
    by(study, Part.ROUNDS, s -> "rounds: " + s.noise().name(), groups);
    by(study, Part.STATES, s -> "quiet: " + Unit.SHARE.show(s.noise().host().quietShare()), groups);
    by(study, Part.STATES, s -> "passes: " + s.passes(), groups);
    by(study, Part.POWER, _ -> "tenths: busy", groups);
    by(study, Part.FEW, _ -> "passes: 1 or 2", groups);
    return groups;
  }

  private static void by(
      Study study,
      Part part,
      Function<Scenario, String> name,
      Map<String, Predicate<Scenario>> groups) {
    study.scores().keySet().stream()
        .filter(scenario -> scenario.part() == part)
        .map(name)
        .distinct()
        .forEach(group -> groups.put(group, s -> s.part() == part && name.apply(s).equals(group)));
  }

  private static Row row(String name, Scores scores, Goals goals) {
    Row row = Row.of(SCENARIO, name, RUNS, scores.runs().size());
    for (Quantity quantity : Quantity.values()) {
      scores.held(quantity).ifPresent(share -> goals.held(quantity, share));
      row = row.with(quantity.words(), scores.held(quantity));
    }
    goals.falseRuns(scores.falseRuns());
    return row.with("falseRuns", scores.falseRuns(), "open", scores.open(), MISSED, missed(goals));
  }

  private static Row row(Scenario scenario, String claim, Scores scores, Goals goals) {
    goals.decided(scores.decided(claim));
    return Row.of(
        "costs",
        scenario.costs().name(),
        "claim",
        claim,
        RUNS,
        scores.runs().size(),
        "decided",
        scores.decided(claim),
        MISSED,
        missed(goals));
  }

  private static String missed(Goals goals) {
    return goals.missed().isEmpty() ? NOTHING : String.join(", ", goals.missed());
  }
}
