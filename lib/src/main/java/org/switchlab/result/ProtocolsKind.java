package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchlab.defect.Comparison;
import org.switchlab.defect.PlanComparisons;
import org.switchlab.estimate.Stop;
import org.switchlab.plan.Plan;
import org.switchlab.sample.Samples;

/** Stores raw samples, one part of a pass at a time, and the comparisons that follow from them. */
final class ProtocolsKind implements ResultKind {

  static final String SAMPLES = "samples.csv";
  static final String COMPARISONS = "comparisons.json";

  @Override
  public String name() {
    return "protocols";
  }

  @Override
  public Set<String> files() {
    return Set.of(SAMPLES, COMPARISONS);
  }

  @Override
  public Map<String, String> growing() {
    return Map.of(SAMPLES, SamplesCsv.BEGUN);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    List<Comparison> comparisons = folder.json(COMPARISONS, new TypeReference<>() {});
    return new ProtocolsResult(frame, folder.parsed(SAMPLES, SamplesCsv::parse), comparisons);
  }

  /** Comparisons follow from what was measured. */
  @Override
  public Result readInterrupted(Frame frame, ResultFolder folder) {
    Samples samples = folder.parsed(SAMPLES, SamplesCsv::parse);
    Plan plan = frame.plan();
    return new ProtocolsResult(
        frame,
        samples,
        PlanComparisons.of(plan, PlanComparisons.methodsOf(plan), samples, Stop.INTERRUPTED));
  }
}
