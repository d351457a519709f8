package org.switchlab.counter;

import java.time.Duration;
import java.util.List;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;

/** Tells how far the emulated phases have come, by the elements they walk. */
final class EmulatedProgress {

  /** A message costs the emulator about as much as this many elements. */
  private static final long MESSAGE_ELEMENTS = 2_000;

  private final List<Phase> phases;
  private final Progress.Listener listener;
  private final long totalElements;
  private final long startNs = System.nanoTime();

  EmulatedProgress(List<Phase> phases, Progress.Listener listener) {
    this.phases = phases;
    this.listener = listener;
    totalElements = elements(phases);
  }

  /** Reports that the first {@code count} phases are done. */
  void done(int count) {
    double share = (double) elements(phases.subList(0, count)) / totalElements;
    double elapsedNs = System.nanoTime() - startNs;
    boolean finished = count == phases.size();
    String step = finished ? "emulated" : step(phases.get(count));
    listener.report(
        new Progress(
            share, Duration.ofNanos((long) (elapsedNs * (1 - share) / share)), step, finished));
  }

  private static String step(Phase phase) {
    Point point = phase.point();
    return "emulating %s, array %d B, stride %d B"
        .formatted(point.subject(), point.arrayBytes(), point.strideBytes());
  }

  /** Elements that {@code phase} walks in both processes: an array is walked once a message. */
  static long elements(Phase phase) {
    long walks = phase.rounds() * (phase.variant() == Variant.PAIR ? 2 : 1);
    long each = phase.point().isDirect() ? 0 : phase.point().arrayBytes() / Point.ELEMENT_BYTES;
    return walks * (each + MESSAGE_ELEMENTS);
  }

  private static long elements(List<Phase> phases) {
    return phases.stream().mapToLong(EmulatedProgress::elements).sum();
  }
}
