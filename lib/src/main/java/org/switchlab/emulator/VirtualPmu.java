package org.switchlab.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.switchlab.file.Reason;
import org.switchlab.file.ScratchFolder;
import org.switchlab.file.UserCache;
import org.switchlab.plan.Point;
import org.switchlab.run.Progress;
import org.switchlab.sample.Variant;

/**
 * A machine emulated with the caches and TLBs of a chosen geometry, which counts what it does.
 *
 * <p>The same work with the same seed gives the same counts, on any host. Each piece of work starts
 * from the same saved machine and leaves nothing running, nor does an interrupt.
 */
public final class VirtualPmu {

  /**
   * One stretch of work for the emulated machine to count.
   *
   * @param rounds messages or round trips that are counted
   * @param warmRounds the same before them, not counted: a machine that was just loaded is cold
   */
  public record GuestPhase(Point point, Variant variant, long rounds, long warmRounds) {

    /** Beyond this the machine's memory does not hold two arrays. */
    private static final long LARGEST_ARRAY_BYTES = 64L << 20;

    /** Refuses arrays that the machine cannot hold. */
    public GuestPhase {
      if (point.arrayBytes() > LARGEST_ARRAY_BYTES) {
        throw new IllegalArgumentException(
            "an array of %d B; the emulated machine has memory for %d B (64 MiB) at most"
                .formatted(point.arrayBytes(), LARGEST_ARRAY_BYTES));
      }
    }

    /** The plan that the guest follows; lib/docs/emulated-machine.md describes its form. */
    static String plan(List<GuestPhase> phases, Disturbance disturbance, long seed) {
      var plan = new StringBuilder(Plugin.PLAN_HEAD);
      if (!disturbance.timer()) {
        plan.append("timer off\n");
      }
      if (disturbance.placement()) {
        plan.append("placement seed=").append(Long.toUnsignedString(seed)).append('\n');
      }
      phases.forEach(phase -> plan.append(phase.line()));
      return plan.toString();
    }

    private String line() {
      return ("phase subject=%s arrayBytes=%d strideBytes=%d pageBytes=%d variant=%s rounds=%d"
              + " warmRounds=%d\n")
          .formatted(
              point.subject(),
              point.arrayBytes(),
              point.strideBytes(),
              point.pageBytes(),
              variant.name().toLowerCase(Locale.ROOT),
              rounds,
              warmRounds);
    }
  }

  /** Is told of each phase as soon as it is done. */
  @FunctionalInterface
  public interface PhaseListener {

    /**
     * A phase is done.
     *
     * @param phases how many are done, this one included
     * @param switches of this one, as the guest's kernel counted them
     * @param counts what the plugin counted in it
     */
    void done(int phases, long switches, Plugin.Counts counts);
  }

  /**
   * What came of a piece of work.
   *
   * @param switches of each phase, as the guest's kernel counted them
   * @param exitCode of the program; 128 and the signal's number if a signal ended it; 0 without one
   * @param output what the program wrote to both its outputs
   * @param counts what the plugin counted: one for each phase, and one for the program
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  public record Outcome(
      List<Long> switches, int exitCode, byte[] output, List<Plugin.Counts> counts) {}

  private final Plugin plugin;
  private final Progress.Listener progress;
  private SavedMachine machine;

  private VirtualPmu(Plugin plugin, Progress.Listener progress, SavedMachine machine) {
    this.plugin = plugin;
    this.progress = progress;
    this.machine = machine;
  }

  /**
   * A machine that is ready to work. The first one ever is fetched and booted, which takes about a
   * minute; later ones are there at once.
   *
   * @param model whose accesses the caches see
   * @param progress told what is being prepared
   * @throws NoEmulatorException if this machine has no emulator; it says what to type
   * @throws EmulatorException if the emulated machine does not boot
   */
  public static VirtualPmu ready(Geometry geometry, CacheModel model, Progress.Listener progress)
      throws InterruptedException {
    try {
      Path folder = Files.createDirectories(Preparation.usualFolder());
      Plugin plugin = new Plugin(Plugin.extract(folder), geometry, model);
      SavedMachine machine = SavedMachine.of(Preparation.parts(progress, plugin), progress);
      return new VirtualPmu(plugin, progress, machine);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** What is modelled. */
  public Geometry geometry() {
    return plugin.geometry();
  }

  /**
   * Counts each of {@code phases}, in this order.
   *
   * @param seed of the placement, where that is random
   * @param silence how long one phase may last before the machine counts as hung
   * @param phaseDone told of each phase as soon as it is done
   * @throws EmulatorException if the emulated machine failed
   */
  public Outcome count(
      List<GuestPhase> phases,
      Disturbance disturbance,
      long seed,
      Duration silence,
      PhaseListener phaseDone)
      throws InterruptedException {
    String plan = GuestPhase.plan(phases, disturbance, seed);
    return run(new Session.Work(plan, null, phases.size()), silence, phaseDone);
  }

  /**
   * Counts {@code program} from its first instruction to its end.
   *
   * @param limit how long it may run before it is ended
   * @throws EmulatorException if the emulated machine failed, or the limit passed
   */
  public Outcome count(StaticProgram program, Duration limit) throws InterruptedException {
    var work = new Session.Work(Plugin.PLAN_HEAD + "program\n", program, 1);
    return run(work, limit, (phases, switches, counts) -> {});
  }

  private Outcome run(Session.Work work, Duration silence, PhaseListener phaseDone)
      throws InterruptedException {
    try {
      return resume(work, silence, phaseDone);
    } catch (Session.StateRefusedException refused) {
      throw new EmulatorException(
          "QEMU cannot load the machine that it has just saved; it said: " + refused.getMessage(),
          refused);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** On the saved machine; on one booted now where that was another QEMU's, or damaged. */
  private Outcome resume(Session.Work work, Duration silence, PhaseListener phaseDone)
      throws IOException, InterruptedException, Session.StateRefusedException {
    try (var session = Session.start(machine, work, plugin)) {
      return session.finish(silence, phaseDone);
    } catch (Session.StateRefusedException refused) {
      ScratchFolder.delete(machine.folder());
      machine = SavedMachine.of(machine.parts(), progress);
    }
    try (var session = Session.start(machine, work, plugin)) {
      return session.finish(silence, phaseDone);
    }
  }

  private static EmulatorException unusable(IOException cause) {
    return new EmulatorException(
        "the emulated machine's files could not be used: %s; is there room in %s and %s?"
            .formatted(Reason.of(cause), UserCache.folder(), System.getProperty("java.io.tmpdir")),
        cause);
  }
}
