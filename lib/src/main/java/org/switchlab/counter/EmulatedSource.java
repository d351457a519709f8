package org.switchlab.counter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.emulator.PluginCounts;
import org.switchlab.emulator.VirtualPmu;
import org.switchlab.emulator.VirtualPmu.GuestPhase;
import org.switchlab.emulator.VirtualPmu.PhaseListener;
import org.switchlab.run.Progress;
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
    return new EmulatedSource(
        Emulation.of(() -> VirtualPmu.ready(geometry, model, progress)), disturbance);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** What the geometry models, and instructions. */
  @Override
  public Set<CounterEvent> events() {
    Set<CounterEvent> events = EnumSet.allOf(CounterEvent.class);
    events.remove(CounterEvent.CYCLES);
    removeUnless(pmu.geometry().l2(), CounterEvent.L2_MISSES, events);
    removeUnless(pmu.geometry().l3(), CounterEvent.L3_MISSES, events);
    removeUnless(pmu.geometry().stlb(), CounterEvent.STLB_MISSES, events);
    return events;
  }

  private static void removeUnless(
      @Nullable Object modelled, CounterEvent event, Set<CounterEvent> events) {
    if (modelled == null) {
      events.remove(event);
    }
  }

  @Override
  public void count(
      List<Phase> phases,
      int repetitions,
      long seed,
      Progress.Listener progress,
      Consumer<PhaseCounts> sink) {
    List<Phase> wanted = new ArrayList<>();
    for (Phase phase : phases) {
      for (int i = 0; i < repetitions; i++) {
        wanted.add(phase);
      }
    }
    if (!wanted.isEmpty()) {
      var share = new EmulatedProgress(wanted, progress);
      run(
          wanted,
          seed,
          (done, switches, counts) -> {
            int last = done - 1;
            sink.accept(
                new PhaseCounts(wanted.get(last), last % repetitions, switches, byEvent(counts)));
            share.done(done);
          });
    }
  }

  private void run(List<Phase> wanted, long seed, PhaseListener phaseDone) {
    Emulation.of(
        () ->
            pmu.count(
                wanted.stream().map(EmulatedSource::guestPhase).toList(),
                disturbance,
                seed,
                silence(wanted),
                phaseDone));
  }

  private static GuestPhase guestPhase(Phase phase) {
    return new GuestPhase(phase.point(), phase.variant(), phase.rounds(), WARM_ROUNDS);
  }

  private static Duration silence(List<Phase> phases) {
    return phases.stream()
        .map(
            phase ->
                ELEMENT_LIMIT
                    .multipliedBy(EmulatedProgress.elements(phase))
                    .plus(ROUND_LIMIT.multipliedBy(phase.rounds())))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .plus(LEAST_SILENCE);
  }

  private static Map<CounterEvent, SpaceCounts> byEvent(PluginCounts counts) {
    Map<CounterEvent, SpaceCounts> byEvent = new EnumMap<>(CounterEvent.class);
    for (CounterEvent event : CounterEvent.values()) {
      OptionalLong user = counts.sum(event.word(), "user");
      OptionalLong kernel = counts.sum(event.word(), "kernel");
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

  /** Nothing outlives {@link #count}. */
  @Override
  public void close() {}
}
