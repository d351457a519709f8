package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchlab.estimate.AddressSpaceCost;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.plan.Rungs;
import org.switchlab.sample.Samples;

/** Stores a ladder: raw samples, one process at a time, and what follows from them. */
final class LadderKind implements ResultKind {

  static final String SAMPLES = SwitchCostKind.SAMPLES;
  static final String RUNGS = "rungs.json";
  static final String ADDRESS_SPACE = "address-space.json";

  @Override
  public String name() {
    return "ladder";
  }

  @Override
  public Set<String> files() {
    return Set.of(SAMPLES, RUNGS, ADDRESS_SPACE);
  }

  @Override
  public Map<String, String> growing() {
    return Map.of(SAMPLES, SamplesCsv.BEGUN);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    List<RungEstimate> rungs = folder.json(RUNGS, new TypeReference<>() {});
    List<AddressSpaceCost> addressSpace = folder.json(ADDRESS_SPACE, new TypeReference<>() {});
    return new LadderResult(frame, folder.parsed(SAMPLES, SamplesCsv::parse), rungs, addressSpace);
  }

  /** Nothing was counted yet, for that follows the timing; estimates follow from the samples. */
  @Override
  public Result readInterrupted(Frame frame, ResultFolder folder) {
    Samples samples = folder.parsed(SAMPLES, SamplesCsv::parse);
    List<RungEstimate> rungs =
        SwitchCostKind.estimates(frame.plan(), samples).stream()
            .map(e -> new RungEstimate(Rungs.named(e.point().subject()), e, null))
            .toList();
    return LadderResult.of(frame, samples, rungs);
  }
}
