package org.switchlab.result;

import java.util.Map;
import org.switchlab.counter.CounterEvent;

/**
 * What a switch misses in one alternative at one array size, in one repetition.
 *
 * @param alternative what is changed
 * @param arrayBytes array size, in bytes
 * @param strideBytes stride, in bytes
 * @param repetition from 0; the same repetition of all alternatives does the same in the same place
 * @param missesPerSwitch emulated misses that a switch adds to a message, by event; a level that is
 *     not modelled is absent
 * @param costNs what these misses are estimated to cost, in ns
 * @param messageNs what all misses of a message with its switch are estimated to cost, in ns
 */
public record WhatIfRow(
    String alternative,
    long arrayBytes,
    long strideBytes,
    int repetition,
    Map<CounterEvent, Double> missesPerSwitch,
    double costNs,
    double messageNs) {

  /** Keeps an immutable copy. */
  public WhatIfRow {
    missesPerSwitch = Map.copyOf(missesPerSwitch);
  }
}
