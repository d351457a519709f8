package org.switchlab.result;

import java.nio.file.Path;
import java.util.List;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.PointEstimator;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Samples;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Reads a result folder: a complete one as it was, an incomplete one from its samples. */
final class ResultReader {

  private final ResultFolder folder;

  ResultReader(Path path) {
    this.folder = new ResultFolder(path);
  }

  Result read() {
    Manifest manifest = folder.manifest();
    return manifest.complete() ? complete(manifest) : incomplete(manifest);
  }

  private Result complete(Manifest manifest) {
    return new Result(
        manifest.source(),
        manifest.measuredAt(),
        folder.machine(),
        folder.plan(),
        folder.samples(),
        folder.estimates(),
        folder.verdicts(),
        folder.warnings());
  }

  /** Verdicts need a run's end; estimates follow from what was measured. */
  private Result incomplete(Manifest manifest) {
    Plan plan = folder.plan();
    Samples samples = folder.samples();
    var interrupted =
        new Warning(
            WarningCode.INTERRUPTED,
            "the run ended before its result was complete: this rests on the samples it had",
            "run the experiment again");
    return new Result(
        manifest.source(),
        manifest.measuredAt(),
        folder.machine(),
        plan,
        samples,
        estimates(plan, samples),
        List.of(),
        List.of(interrupted));
  }

  private static List<PointEstimate> estimates(Plan plan, Samples samples) {
    double floorNs = ReferenceFloor.floorNs(samples.processes()).orElse(0);
    var estimator = new PointEstimator(plan, new ReferenceFloor(floorNs));
    return plan.points().stream()
        .map(point -> estimator.estimate(point, samples.at(point), Stop.INTERRUPTED))
        .toList();
  }
}
