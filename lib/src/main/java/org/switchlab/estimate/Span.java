package org.switchlab.estimate;

import org.switchlab.sample.Stamp.Side;
import org.switchlab.sample.Variant;

/**
 * What one process did from one moment to another; times count from the beginning of its flow.
 *
 * @param variant which flow
 * @param side which process
 * @param activity what it did
 * @param beginNs from when, in ns
 * @param endNs until when, in ns
 */
public record Span(Variant variant, Side side, Activity activity, long beginNs, long endNs) {

  /** How long, in ns. */
  public long durationNs() {
    return endNs - beginNs;
  }

  /** The same, ending then. */
  Span until(long newEndNs) {
    return new Span(variant, side, activity, beginNs, newEndNs);
  }

  /** The part between two moments, counted from the first of them. */
  Span within(long fromNs, long toNs) {
    return new Span(
        variant,
        side,
        activity,
        Math.max(beginNs, fromNs) - fromNs,
        Math.min(endNs, toNs) - fromNs);
  }

  /** Whether any of it lies between two moments. */
  boolean touches(long fromNs, long toNs) {
    return endNs > fromNs && beginNs < toNs;
  }
}
