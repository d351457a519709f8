package org.switchlab.emulator;

import java.util.Locale;
import org.switchlab.plan.Point;
import org.switchlab.sample.Variant;

/**
 * One stretch of work for the emulated machine to count.
 *
 * @param point subject, array, stride, pages
 * @param variant with or without switches
 * @param rounds messages or round trips that are counted
 * @param warmRounds the same before them, not counted: a machine that was just loaded is cold
 */
public record GuestPhase(Point point, Variant variant, long rounds, long warmRounds) {

  /** Beyond this the machine's memory does not hold two arrays. */
  public static final long LARGEST_ARRAY_BYTES = 64L << 20;

  /** Refuses arrays that the machine cannot hold. */
  public GuestPhase {
    if (point.arrayBytes() > LARGEST_ARRAY_BYTES) {
      throw new IllegalArgumentException(
          "an array of %d B; the emulated machine has memory for %d B (64 MiB) at most"
              .formatted(point.arrayBytes(), LARGEST_ARRAY_BYTES));
    }
  }

  /** Its line in the plan that the guest reads. */
  String line() {
    return "phase subject=%s arrayBytes=%d strideBytes=%d pageBytes=%d variant=%s rounds=%d"
            .formatted(
                point.subject(),
                point.arrayBytes(),
                point.strideBytes(),
                point.pageBytes(),
                variant.name().toLowerCase(Locale.ROOT),
                rounds)
        + " warmRounds=%d\n".formatted(warmRounds);
  }
}
