package org.switchlab.study;

import java.util.List;
import org.switchlab.estimate.AccessPattern;
import org.switchlab.estimate.AccessPatternAnalysis;
import org.switchlab.finding.Presentation;
import org.switchlab.finding.Result;
import org.switchlab.finding.ResultData;

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
