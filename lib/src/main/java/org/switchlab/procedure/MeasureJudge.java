package org.switchlab.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchlab.estimate.MeasureAnalysis;
import org.switchlab.plan.Effort;
import org.switchlab.plan.Measure;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.table.Estimate;

/**
 * Is content with a setting when the interval of the main measure is as narrow as asked.
 *
 * @param measures what is seen, the main one first
 * @param effort how narrow
 */
public record MeasureJudge(List<Measure> measures, Effort effort) implements Judge {

  /** Keeps an immutable copy. */
  public MeasureJudge {
    measures = List.copyOf(measures);
  }

  @Override
  public Set<Setting> content(List<Observation> observations, List<Setting> due) {
    var analysis = new MeasureAnalysis(measures);
    Map<Setting, List<Observation>> bySetting =
        observations.stream().collect(Collectors.groupingBy(Observation::setting));
    Set<Setting> content = new HashSet<>();
    for (Setting setting : due) {
      List<Observation> seen = bySetting.getOrDefault(setting, List.of());
      analysis
          .main(setting, seen, effort.level())
          .filter(this::isPrecise)
          .ifPresent(estimate -> content.add(setting));
    }
    return content;
  }

  /** What never varied is known, though a share of zero is not a number. */
  private boolean isPrecise(Estimate estimate) {
    return estimate.low() == estimate.high() || estimate.relativeHalfWidth() <= effort.precision();
  }
}
