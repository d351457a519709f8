package org.switchlab.experiment;

import java.util.List;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.estimate.AccessPatternAnalysis;
import org.switchlab.result.Presentation;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;

/** Which elements a walk touches, in order, for one or several strides. */
public final class AccessPatternResult extends Result {

  /** Of what was found. */
  public AccessPatternResult(ResultData data, Presentation presentation) {
    super(data, presentation);
  }

  /** One pattern a stride, in the plan's order. */
  public List<AccessPattern> patterns() {
    return AccessPatternAnalysis.patterns(plan(), observations());
  }
}
