package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.sample.Samples;

/** As a switch-cost result, with the emulated misses beside it. */
final class PeakOriginKind implements ResultKind {

  static final String CAUSES = "causes.json";

  @Override
  public String name() {
    return "peak-origin";
  }

  @Override
  public Set<String> files() {
    return Set.of(SwitchCostKind.SAMPLES, SwitchCostKind.ESTIMATES, CAUSES);
  }

  @Override
  public Map<String, String> growing() {
    return Map.of(SwitchCostKind.SAMPLES, SamplesCsv.BEGUN);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    List<PointEstimate> estimates = folder.json(SwitchCostKind.ESTIMATES, new TypeReference<>() {});
    List<MissesPerSwitch> causes = folder.json(CAUSES, new TypeReference<>() {});
    Samples samples = folder.parsed(SwitchCostKind.SAMPLES, SamplesCsv::parse);
    return new PeakOriginResult(frame, samples, estimates, causes);
  }

  @Override
  public Result readInterrupted(Frame frame, ResultFolder folder) {
    Samples samples = folder.parsed(SwitchCostKind.SAMPLES, SamplesCsv::parse);
    return new PeakOriginResult(
        frame, samples, SwitchCostKind.estimates(frame.plan(), samples), List.of());
  }
}
