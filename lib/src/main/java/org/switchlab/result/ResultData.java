package org.switchlab.result;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Verdict;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Source;
import org.switchlab.table.Rows;
import org.switchlab.warning.Warning;

/**
 * Everything a result holds, whichever experiment it is of.
 *
 * @param source where its values come from
 * @param measuredAt when the run began, ISO 8601 in UTC
 * @param machine the machine that ran it
 * @param plan what was to be measured
 * @param observations what was seen, in the order seen
 * @param tables what follows from that, the main table first, and what else is known
 * @param verdicts answers to the claims the experiment bears on
 * @param warnings doubts, each kind once
 */
public record ResultData(
    Source source,
    String measuredAt,
    Machine machine,
    Plan plan,
    List<Observation> observations,
    List<Rows> tables,
    List<Verdict> verdicts,
    List<Warning> warnings) {

  /** Keeps immutable copies. */
  public ResultData {
    observations = List.copyOf(observations);
    tables = List.copyOf(tables);
    verdicts = List.copyOf(verdicts);
    warnings = List.copyOf(warnings);
  }

  /** Of a run that begins: nothing is seen, answered or doubted yet. */
  public static ResultData begun(Source source, String measuredAt, Machine machine, Plan plan) {
    return new ResultData(
        source, measuredAt, machine, plan, List.of(), List.of(), List.of(), List.of());
  }

  /** The same of another plan. */
  public ResultData of(Plan other) {
    return new ResultData(
        source, measuredAt, machine, other, observations, tables, verdicts, warnings);
  }

  /** The same from another source, with what was seen and what follows from it. */
  public ResultData with(Source from, List<Observation> seen, List<Rows> following) {
    return new ResultData(from, measuredAt, machine, plan, seen, following, verdicts, warnings);
  }

  /** The same with these answers in place of its own. */
  public ResultData withVerdicts(List<Verdict> answers) {
    return new ResultData(
        source, measuredAt, machine, plan, observations, tables, answers, warnings);
  }

  /** The same with further doubts; of each kind the first is kept. */
  public ResultData withWarnings(List<Warning> further) {
    List<Warning> all = new ArrayList<>(warnings);
    for (Warning warning : further) {
      if (all.stream().noneMatch(known -> known.code() == warning.code())) {
        all.add(warning);
      }
    }
    return new ResultData(source, measuredAt, machine, plan, observations, tables, verdicts, all);
  }
}
