package org.switchlab.procedure;

import java.util.List;
import java.util.Set;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;

/** Decides which settings have been measured well enough. */
@FunctionalInterface
public interface Judge {

  /**
   * The settings that need no more, out of {@code due}.
   *
   * @param observations everything seen so far, at all settings
   */
  Set<Setting> content(List<Observation> observations, List<Setting> due);
}
