package org.switchlab.procedure;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that goes on by one step whenever it is read, so that runs end without any waiting. */
public final class StepClock implements LongSupplier {

  private final long stepNs;
  private long nowNs;

  /** Beginning at zero. */
  public StepClock(Duration step) {
    stepNs = step.toNanos();
  }

  /** What it has shown last. */
  public Duration elapsed() {
    return Duration.ofNanos(nowNs);
  }

  @Override
  public long getAsLong() {
    nowNs += stepNs;
    return nowNs;
  }
}
