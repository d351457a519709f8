package org.switchlab.run;

import java.util.Locale;

/**
 * How a runner stamps, and what that costs.
 *
 * @param source what it reads
 * @param stampNs time of one stamp, in ns; each part of a slot contains it once
 * @param blockRounds timed rounds of each block
 */
public record Stamping(Source source, double stampNs, long blockRounds) {

  /** What a stamp reads. */
  public enum Source {
    /** The time-stamp counter of x86-64. */
    TSC,
    /** The virtual counter of aarch64. */
    COUNTER,
    /** The kernel's clock, where the processor has no counter that ticks evenly. */
    CLOCK;

    /** As shown and stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Stamping of(ProtocolLine ready) throws MalformedLineException {
    return new Stamping(
        ready.constant("stampSource", Source.class),
        ready.fraction("stampNs"),
        ready.number("blockRounds", 1));
  }
}
