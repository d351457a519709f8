package org.switchlab.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchlab.estimate.MeasureAnalysis;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions.Extra;
import org.switchlab.procedure.Visits.Judge;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Observation;
import org.switchlab.table.Column;
import org.switchlab.table.Estimate;

/**
 * Visits settings again and again, pass by pass, seeing what the experiment says that it measures.
 *
 * @param measuresSeen what is seen; the experiment fills it in
 * @param howMuch how much, as options
 * @param opener opens what visits
 */
public record MeasureVisits(List<Measure> measuresSeen, EffortOptions howMuch, Opener opener)
    implements Procedure {

  private static final EffortOptions USUAL =
      new EffortOptions(Efforts.visits(), Efforts.quickVisits(), Extra.VERDICTS);

  /** Opens visitors. */
  @FunctionalInterface
  public interface Opener {

    /**
     * The visitor of a run.
     *
     * @throws RunnerException if it cannot be had, saying what mends that
     */
    Visitor open(Task task, List<Column> measures) throws RunnerException;
  }

  /** Keeps an immutable copy. */
  public MeasureVisits {
    measuresSeen = List.copyOf(measuresSeen);
  }

  /** With what it sees still to be said. */
  public MeasureVisits(Opener opener) {
    this(List.of(), USUAL, opener);
  }

  @Override
  public MeasureVisits measuring(List<Measure> measures) {
    return new MeasureVisits(measures, howMuch, opener);
  }

  @Override
  public List<Factor> options() {
    return howMuch.options();
  }

  @Override
  public Effort effort(Choices choices) {
    return howMuch.effort(choices);
  }

  @Override
  public List<Column> measures() {
    return measuresSeen.stream().map(Measure::observed).toList();
  }

  @Override
  public Measured measure(Task task) {
    return new Visits(
            howMuch,
            measures(),
            running -> opener.open(running, measures()),
            running -> new MeasureJudge(measuresSeen, running.plan().effort()))
        .measure(task);
  }

  /**
   * How many visits the interval of the main measure needs to be as narrow as asked.
   *
   * @param measures what is seen, the main one first
   * @param effort how narrow
   */
  private record MeasureJudge(List<Measure> measures, Effort effort) implements Judge {
    /** Keeps an immutable copy. */
    MeasureJudge {
      measures = List.copyOf(measures);
    }

    @Override
    public Map<Setting, Integer> passes(List<Observation> pilot) {
      var analysis = new MeasureAnalysis(measures);
      return pilot.stream()
          .collect(
              Collectors.groupingBy(
                  Observation::setting,
                  Collectors.collectingAndThen(
                      Collectors.toList(), seen -> passes(analysis, seen))));
    }

    /** What never varied is known, though a share of zero is not a number. */
    private int passes(MeasureAnalysis analysis, List<Observation> seen) {
      int units = (int) seen.stream().mapToInt(Observation::process).distinct().count();
      Estimate known = analysis.main(seen.getFirst().setting(), seen, effort.level()).orElse(null);
      return known != null && known.low() == known.high()
          ? units
          : TwoStage.passes(
              known, units, known == null ? 0 : effort.precision() * Math.abs(known.value()));
    }
  }
}
