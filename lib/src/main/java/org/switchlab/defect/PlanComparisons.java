package org.switchlab.defect;

import java.util.List;
import java.util.Optional;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Setting;
import org.switchlab.sample.CoupleSample;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;

/** From samples of points to comparisons. */
public final class PlanComparisons {

  private PlanComparisons() {}

  /**
   * What {@code samples} say about {@code methods}.
   *
   * @param unfinished why measuring ended, for those whose interval is not as narrow as planned
   */
  public static List<Comparison> of(
      Plan plan, List<WrongMethod> methods, Samples samples, Stop unfinished) {
    return Comparisons.of(plan.protocol(), plan.seed(), methods, couples(samples), unfinished);
  }

  /** Every method that needs no more than {@code plan} measures. */
  public static List<WrongMethod> methodsOf(Plan plan) {
    List<Conduct> measured =
        plan.points().stream().flatMap(point -> Conduct.of(point.subject()).stream()).toList();
    return WrongMethods.all().stream()
        .filter(method -> measured.containsAll(method.needs()))
        .toList();
  }

  /** The floor of those reference loops that ran where they should. */
  public static ReferenceFloor floor(Samples samples) {
    return Comparisons.floor(couples(samples));
  }

  private static List<CoupleSample> couples(Samples samples) {
    return samples.processes().stream()
        .map(PlanComparisons::couples)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<CoupleSample> couples(ProcessSample sample) {
    return Conduct.of(sample.point().subject())
        .map(
            conduct ->
                new CoupleSample(
                    Setting.of(Conduct.FACTOR, conduct.word()),
                    sample.process(),
                    sample.seed(),
                    sample.couples()));
  }
}
