package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.PointEstimator;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Samples;

/** Stores raw samples, one process at a time, and the estimates that follow from them. */
final class SwitchCostKind implements ResultKind {

  static final String SAMPLES = "samples.csv";
  static final String ESTIMATES = "estimates.json";

  @Override
  public String name() {
    return "switch-cost";
  }

  @Override
  public Set<String> files() {
    return Set.of(SAMPLES, ESTIMATES);
  }

  @Override
  public Map<String, String> growing() {
    return Map.of(SAMPLES, SamplesCsv.BEGUN);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    List<PointEstimate> estimates = folder.json(ESTIMATES, new TypeReference<>() {});
    return new SwitchCostResult(frame, folder.parsed(SAMPLES, SamplesCsv::parse), estimates);
  }

  /** Verdicts need a run's end; estimates follow from what was measured. */
  @Override
  public Result readInterrupted(Frame frame, ResultFolder folder) {
    Samples samples = folder.parsed(SAMPLES, SamplesCsv::parse);
    return new SwitchCostResult(frame, samples, estimates(frame.plan(), samples));
  }

  /** What follows from the samples of a run that was interrupted. */
  static List<PointEstimate> estimates(Plan plan, Samples samples) {
    double floorNs = ReferenceFloor.floorNs(samples.processes()).orElse(0);
    var estimator = new PointEstimator(plan, new ReferenceFloor(floorNs));
    return plan.points().stream()
        .map(point -> estimator.estimate(point, samples.at(point), Stop.INTERRUPTED))
        .toList();
  }
}
