package org.switchlab.sample;

import java.util.List;
import org.switchlab.plan.Setting;

/**
 * Everything one fresh runner process measured at one setting.
 *
 * @param setting where
 * @param process which process of that setting, from 0
 * @param seed the seed it was started with: order of its batches, offsets of its stack and array
 * @param couples its couples, in the order measured
 */
public record ProcessSample(Setting setting, int process, long seed, List<Couple> couples) {

  /** Keeps an immutable copy. */
  public ProcessSample {
    couples = List.copyOf(couples);
  }
}
