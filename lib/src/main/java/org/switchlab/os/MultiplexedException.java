package org.switchlab.os;

/**
 * The processor had not counters enough for a group all the time, so what it counted is a part.
 *
 * <p>The kernel leaves it to the reader to scale such counts up; here they are refused.
 */
public final class MultiplexedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MultiplexedException(long enabledNs, long runningNs) {
    super(
        ("the counters were shared: the group counted during %d of %d ns;"
                + " ask for fewer hardware events at once, or end what else is counting"
                + " (perf, the NMI watchdog: sysctl kernel.nmi_watchdog=0)")
            .formatted(runningNs, enabledNs));
  }
}
