package org.switchlab.experiment;

import java.util.List;
import java.util.Optional;
import org.switchlab.defect.Comparison;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.sample.ProcessSample;

/** Wrong methods beside the right one, on one machine in one run. */
public final class WrongWaysResult extends Result {

  /** Of what was found. */
  public WrongWaysResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** One a wrong method. */
  public List<Comparison> comparisons() {
    return rows().rows().stream().map(Comparison::of).toList();
  }

  /** The one of a method, if it was asked for. */
  public Optional<Comparison> comparison(String method) {
    return rows().where("method", method).first().map(Comparison::of);
  }

  /** The raw couples, one part of a pass at a time, in the order measured. */
  public List<ProcessSample> samples() {
    return ProcessSample.of(observations());
  }
}
