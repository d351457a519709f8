package org.switchlab.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.switchlab.os.NativeException;
import org.switchlab.os.QueueFile;
import org.switchlab.os.QueuePlace;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/**
 * The turn to measure on this host, which one thread of one process has at a time: two measurements
 * at once share a CPU and caches, and both would be wrong. Those that come later wait in a queue.
 *
 * <p>A thread that has the turn gets it again at once, so that an experiment may contain others; it
 * gives it up with the first. Where there is no queue the run goes on, and {@link #doubts} says so.
 */
public final class MeasuringTurn implements AutoCloseable {

  /** Often enough for people, and seldom enough for whoever is measuring. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  private static final ThreadLocal<@Nullable MeasuringTurn> HELD = new ThreadLocal<>();

  private final @Nullable QueuePlace place;
  private final List<Warning> doubts;
  private final boolean outermost;

  private MeasuringTurn(@Nullable QueuePlace place, List<Warning> doubts, boolean outermost) {
    this.place = place;
    this.doubts = List.copyOf(doubts);
    this.outermost = outermost;
  }

  /**
   * Waits for the turn and takes it. The thread that takes it gives it up.
   *
   * @param listener is told the place in the queue and the time waited, if there is any waiting
   * @throws InterruptedException if interrupted while waiting; the queue is left
   */
  public static MeasuringTurn await(Progress.Listener listener) throws InterruptedException {
    return await(QueueFile.ofThisHost(), listener);
  }

  /** The same in another queue. */
  static MeasuringTurn await(QueueFile queue, Progress.Listener listener)
      throws InterruptedException {
    MeasuringTurn held = HELD.get();
    if (held != null) {
      return new MeasuringTurn(null, held.doubts, false);
    }
    MeasuringTurn turn = outermost(queue, listener);
    HELD.set(turn);
    return turn;
  }

  /** Why others may have measured at the same time; none if nobody did. */
  public List<Warning> doubts() {
    return doubts;
  }

  /** Gives the turn to the next, if it was not held before; a second close does nothing. */
  @Override
  public void close() {
    if (outermost) {
      HELD.remove();
    }
    if (place != null) {
      place.close();
    }
  }

  private static MeasuringTurn outermost(QueueFile queue, Progress.Listener listener)
      throws InterruptedException {
    QueuePlace place = null;
    try {
      place = QueuePlace.join(queue.path());
      waitIn(place, listener);
      return new MeasuringTurn(place, queue.hostWide() ? List.of() : List.of(walled()), true);
    } catch (NativeException e) {
      leave(place);
      return new MeasuringTurn(null, List.of(refused(e)), true);
    } catch (InterruptedException e) {
      leave(place);
      throw e;
    }
  }

  private static void waitIn(QueuePlace place, Progress.Listener listener)
      throws InterruptedException {
    long startNs = System.nanoTime();
    for (int ahead = place.ahead(); ahead > 0; ahead = place.ahead()) {
      long waitedS = Duration.ofNanos(System.nanoTime() - startNs).toSeconds();
      listener.report(Progress.waiting(words(ahead, waitedS)));
      Thread.sleep(LOOK_EVERY);
    }
  }

  private static void leave(@Nullable QueuePlace place) {
    if (place != null) {
      place.close();
    }
  }

  private static String words(int ahead, long waitedS) {
    return String.format(
        Locale.ROOT,
        "waiting for another measurement on this host: place %d, %d s",
        ahead,
        waitedS);
  }

  private static Warning refused(NativeException failure) {
    return doubt(
        "other measurements on this host could not be kept waiting (%s)"
            .formatted(failure.getMessage()),
        "let one measurement run at a time; in a container, leave /proc in place");
  }

  private static Warning walled() {
    return doubt(
        "measurements outside of this container could not be kept waiting",
        "let one measurement run at a time, or run outside of the container");
  }

  private static Warning doubt(String message, String remedy) {
    return new Warning(
        WarningCode.NOT_ALONE, message + ": one beside this run makes its times too long", remedy);
  }
}
