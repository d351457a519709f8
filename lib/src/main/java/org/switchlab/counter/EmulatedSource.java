package org.switchlab.counter;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.EmulatorException;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.Plugin;
import org.switchlab.emulator.VirtualPmu;
import org.switchlab.emulator.VirtualPmu.GuestPhase;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;
import org.switchlab.warning.Warning;

/**
 * Counts by an emulated machine with a chosen geometry: on any host, without rights, and the same
 * for the same seed.
 */
public final class EmulatedSource implements CounterSource {

  /** Its name, on the command line and in results. */
  public static final String NAME = "emulated";

  /** Rounds before each phase: after two, a cache that can hold the work does. */
  private static final long WARM_ROUNDS = 2;

  private static final Duration LEAST_SILENCE = Duration.ofSeconds(60);

  /** An emulated element of a walk takes about 50 ns, on a loaded host ten times that. */
  private static final Duration ELEMENT_LIMIT = Duration.ofNanos(1_000);

  /** And a message about 100 µs. */
  private static final Duration ROUND_LIMIT = Duration.ofMillis(2);

  /** A message costs the emulator about as much as this many elements. */
  private static final long MESSAGE_ELEMENTS = 2_000;

  private final VirtualPmu pmu;
  private final Disturbance disturbance;

  private EmulatedSource(VirtualPmu pmu, Disturbance disturbance) {
    this.pmu = pmu;
    this.disturbance = disturbance;
  }

  /**
   * A machine of that geometry, ready to work.
   *
   * @param model whose accesses the caches see
   * @param disturbance what makes repetitions differ
   * @param progress told what is being prepared, the first time
   * @throws CounterException if it cannot be had here, saying what to type
   */
  public static EmulatedSource open(
      Geometry geometry, CacheModel model, Disturbance disturbance, Progress.Listener progress) {
    return new EmulatedSource(of(() -> VirtualPmu.ready(geometry, model, progress)), disturbance);
  }

  /** Something that the emulated machine does. */
  @FunctionalInterface
  interface Step<T> {

    T run() throws InterruptedException;
  }

  /** What {@code step} answers; its failures are told as those of a source of counts. */
  static <T> T of(Step<T> step) {
    try {
      return step.run();
    } catch (EmulatorException e) {
      throw new CounterException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CounterException("interrupted: the emulated machine was ended", e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What the geometry models, and instructions. */
  @Override
  public Set<CounterEvent> events() {
    Geometry geometry = pmu.geometry();
    Set<CounterEvent> events = EnumSet.allOf(CounterEvent.class);
    events.remove(CounterEvent.CYCLES);
    if (geometry.l2() == null) {
      events.remove(CounterEvent.L2_MISSES);
    }
    if (geometry.l3() == null) {
      events.remove(CounterEvent.L3_MISSES);
    }
    if (geometry.stlb() == null) {
      events.remove(CounterEvent.STLB_MISSES);
    }
    if (geometry.branches() == null) {
      events.removeAll(EnumSet.of(CounterEvent.BRANCHES, CounterEvent.BRANCH_MISSES));
    }
    return events;
  }

  @Override
  public void count(
      List<Phase> phases,
      int repetitions,
      long seed,
      Progress.Listener progress,
      Consumer<PhaseCounts> sink) {
    List<Phase> wanted =
        phases.stream().flatMap(p -> Collections.nCopies(repetitions, p).stream()).toList();
    if (wanted.isEmpty()) {
      return;
    }
    var steps = new Steps(progress);
    VirtualPmu.PhaseListener phaseDone =
        (done, switches, counts) -> {
          int last = done - 1;
          sink.accept(
              new PhaseCounts(wanted.get(last), last % repetitions, switches, byEvent(counts)));
          report(steps, wanted, done);
        };
    var guestPhases = wanted.stream().map(EmulatedSource::guestPhase).toList();
    Duration silence = silence(wanted);
    of(() -> pmu.count(guestPhases, disturbance, seed, silence, phaseDone));
  }

  /** By the elements that phases walk. */
  private static void report(Steps steps, List<Phase> phases, int done) {
    if (done == phases.size()) {
      steps.finish("emulated");
      return;
    }
    Point next = phases.get(done).point();
    steps.report(
        elements(phases.subList(0, done)),
        elements(phases),
        "emulating %s, array %d B, stride %d B"
            .formatted(next.subject(), next.arrayBytes(), next.strideBytes()));
  }

  private static long elements(List<Phase> phases) {
    return phases.stream().mapToLong(EmulatedSource::elements).sum();
  }

  /** Elements that {@code phase} walks in both processes: an array is walked once a message. */
  private static long elements(Phase phase) {
    long walks = phase.rounds() * (phase.variant() == Variant.PAIR ? 2 : 1);
    long each = phase.point().isDirect() ? 0 : phase.point().elements();
    return walks * (each + MESSAGE_ELEMENTS);
  }

  private static GuestPhase guestPhase(Phase phase) {
    return new GuestPhase(phase.point(), phase.variant(), phase.rounds(), WARM_ROUNDS);
  }

  private static Duration silence(List<Phase> phases) {
    return phases.stream()
        .map(
            phase ->
                ELEMENT_LIMIT
                    .multipliedBy(elements(phase))
                    .plus(ROUND_LIMIT.multipliedBy(phase.rounds())))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .plus(LEAST_SILENCE);
  }

  private static Map<CounterEvent, SpaceCounts> byEvent(Plugin.Counts counts) {
    Map<CounterEvent, SpaceCounts> byEvent = new EnumMap<>(CounterEvent.class);
    for (CounterEvent event : CounterEvent.values()) {
      OptionalLong user = counts.sum(event.word(), Space.USER.word());
      OptionalLong kernel = counts.sum(event.word(), Space.KERNEL.word());
      if (user.isPresent() || kernel.isPresent()) {
        // A space without a row ran no instruction in the phase.
        byEvent.put(event, new SpaceCounts(user.orElse(0), kernel.orElse(0)));
      }
    }
    return byEvent;
  }

  @Override
  public List<Warning> warnings() {
    return List.of();
  }
}
