package org.switchlab.defect;

import java.util.List;
import java.util.stream.Stream;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.estimate.UnitBootstrap;
import org.switchlab.plan.Plan;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;

/** From samples to comparisons. */
public final class Comparisons {

  private static final int RESAMPLES = 1_000;

  private Comparisons() {}

  /**
   * What {@code samples} say about {@code methods}.
   *
   * @param unfinished why measuring ended, for those whose interval is not as narrow as planned
   */
  public static List<ProtocolComparison> of(
      Plan plan, List<WrongMethod> methods, Samples samples, Stop unfinished) {
    var comparer =
        new Comparer(
            floor(samples),
            new UnitBootstrap(RESAMPLES, plan.protocol().level(), plan.seed()),
            plan.protocol().precision());
    List<Pass> passes = Pass.of(samples);
    return methods.parallelStream()
        .map(method -> comparer.compare(method, passes, unfinished))
        .toList();
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
    Stream<ProcessSample> paired =
        samples.processes().stream()
            .filter(sample -> sample.point().subject().equals(Conduct.PAIRED.subject()));
    return new ReferenceFloor(ReferenceFloor.floorNs(paired.toList()).orElse(0));
  }
}
