package org.switchlab.result;

import java.util.ArrayList;
import java.util.List;
import org.switchlab.claim.Verdict;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Source;
import org.switchlab.view.Heading;
import org.switchlab.warning.Warning;

/**
 * What every result has around its numbers, whichever experiment it is of.
 *
 * @param source where its values come from
 * @param measuredAt when the run began, ISO 8601 in UTC
 * @param machine the machine that ran it
 * @param plan what was to be measured
 * @param verdicts answers to the claims the experiment bears on
 * @param warnings doubts, each kind once
 */
public record Frame(
    Source source,
    String measuredAt,
    Machine machine,
    Plan plan,
    List<Verdict> verdicts,
    List<Warning> warnings) {

  /** Keeps immutable copies. */
  public Frame {
    verdicts = List.copyOf(verdicts);
    warnings = List.copyOf(warnings);
  }

  /** A frame of a run that begins: nothing is answered or doubted yet. */
  public static Frame begun(Source source, String measuredAt, Machine machine, Plan plan) {
    return new Frame(source, measuredAt, machine, plan, List.of(), List.of());
  }

  /** The same with these answers in place of its own. */
  public Frame withVerdicts(List<Verdict> answers) {
    return new Frame(source, measuredAt, machine, plan, answers, warnings);
  }

  /** The same with further doubts. */
  public Frame withWarnings(List<Warning> further) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(further);
    return new Frame(source, measuredAt, machine, plan, verdicts, all);
  }

  /**
   * What stands above a picture.
   *
   * @param numbers what kind of numbers it shows, in a few words; may be empty
   */
  Heading heading(String numbers) {
    String machineAndSource = "%s · %s".formatted(source.word(), machine.headline());
    String provenance = numbers.isEmpty() ? machineAndSource : machineAndSource + " · " + numbers;
    return new Heading(plan.title(), provenance, warnings);
  }

  /** The same, marked as coming from {@code newSource}. */
  public Frame withSource(Source newSource) {
    return new Frame(newSource, measuredAt, machine, plan, verdicts, warnings);
  }
}
