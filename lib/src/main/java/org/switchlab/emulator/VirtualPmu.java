package org.switchlab.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.switchlab.run.Progress;

/**
 * A machine emulated with the caches and TLBs of a chosen geometry, which counts what it does.
 *
 * <p>The same work with the same seed gives the same counts, on any host. Each piece of work starts
 * from the same saved machine and leaves nothing running.
 */
public final class VirtualPmu {

  private final SavedMachines machines;
  private final Plugin plugin;
  private SavedMachine machine;

  private VirtualPmu(SavedMachines machines, Plugin plugin, SavedMachine machine) {
    this.machines = machines;
    this.plugin = plugin;
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
   * @throws InterruptedException if this thread was interrupted; nothing half-made is left
   */
  public static VirtualPmu ready(Geometry geometry, CacheModel model, Progress.Listener progress)
      throws InterruptedException {
    Path folder = Preparation.folder();
    EmulatorParts parts = Preparation.parts(progress);
    try {
      var machines = SavedMachines.in(folder.resolve("machines"), parts, progress);
      var plugin = new Plugin(Plugin.extract(folder), geometry, model);
      return new VirtualPmu(machines, plugin, machines.machine());
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
   * @throws InterruptedException if this thread was interrupted; nothing is left running
   */
  public Outcome count(
      List<GuestPhase> phases,
      Disturbance disturbance,
      long seed,
      Duration silence,
      PhaseListener phaseDone)
      throws InterruptedException {
    Outcome outcome = run(GuestWork.of(phases, disturbance, seed), silence, phaseDone);
    check(outcome, phases.size());
    return outcome;
  }

  /**
   * Counts {@code program} from its first instruction to its end.
   *
   * @param limit how long it may run before it is ended
   * @throws EmulatorException if the emulated machine failed, or the limit passed
   * @throws InterruptedException if this thread was interrupted; nothing is left running
   */
  public Outcome count(StaticProgram program, Duration limit) throws InterruptedException {
    Outcome outcome = run(GuestWork.of(program), limit, (phases, switches, counts) -> {});
    check(outcome, 1);
    return outcome;
  }

  private static void check(Outcome outcome, int counted) {
    if (outcome.counts().size() != counted) {
      throw new EmulatorException(
          "the plugin counted %d times, not %d; build plugin, runner and library together"
              .formatted(outcome.counts().size(), counted),
          null);
    }
  }

  private Outcome run(GuestWork work, Duration silence, PhaseListener phaseDone)
      throws InterruptedException {
    try {
      return resume(work, silence, phaseDone);
    } catch (Session.StateRefusedException refused) {
      return runAnew(work, silence, phaseDone);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** With a machine booted now: the saved one was another QEMU's, or damaged. */
  private Outcome runAnew(GuestWork work, Duration silence, PhaseListener phaseDone)
      throws InterruptedException {
    try {
      machine.forget();
      machine = machines.machine();
      return resume(work, silence, phaseDone);
    } catch (Session.StateRefusedException refused) {
      throw new EmulatorException(
          "QEMU cannot load the machine that it has just saved; it said: " + refused.getMessage(),
          refused);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Outcome resume(GuestWork work, Duration silence, PhaseListener phaseDone)
      throws IOException, InterruptedException, Session.StateRefusedException {
    try (var session = Session.start(machine, work, plugin)) {
      return session.finish(silence, phaseDone);
    }
  }

  private static EmulatorException unusable(IOException cause) {
    return new EmulatorException(
        "the emulated machine's files could not be used: %s; is there room in %s and %s?"
            .formatted(cause, Preparation.folder(), System.getProperty("java.io.tmpdir")),
        cause);
  }
}
