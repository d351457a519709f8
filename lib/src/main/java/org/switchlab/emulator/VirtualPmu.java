package org.switchlab.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import org.switchlab.os.Architecture;
import org.switchlab.run.Progress;
import org.switchlab.run.RunnerException;
import org.switchlab.run.RunnerImage;

/**
 * A machine emulated with the caches and TLBs of a chosen geometry, which counts what it does.
 *
 * <p>The same work with the same seed gives the same counts, on any host. One instance does one
 * piece of work at a time.
 *
 * @param geometry what is modelled
 * @param model whose accesses
 */
public record VirtualPmu(Geometry geometry, CacheModel model) {

  /**
   * Counts each of {@code phases}, in this order.
   *
   * @param seed of the placement, where that is random
   * @param silence how long one phase may last before the machine counts as hung
   * @param phaseDone told how many phases are done
   * @throws NoEmulatorException if this machine has no emulator; it says what to type
   * @throws EmulatorException if the emulated machine failed
   * @throws InterruptedException if this thread was interrupted; nothing is left running
   */
  public Outcome count(
      List<GuestPhase> phases,
      Disturbance disturbance,
      long seed,
      Duration silence,
      IntConsumer phaseDone,
      Progress.Listener preparation)
      throws InterruptedException {
    Outcome outcome = run(GuestWork.of(phases, disturbance, seed), silence, phaseDone, preparation);
    if (outcome.counts().size() != phases.size() || outcome.switches().size() != phases.size()) {
      throw new EmulatorException(
          "the plugin counted %d phases of %d; build plugin, runner and library together"
              .formatted(outcome.counts().size(), phases.size()),
          null);
    }
    return outcome;
  }

  /**
   * Counts {@code program} from its first instruction to its end.
   *
   * @throws EmulatorException as {@link #count(List, Disturbance, long, Duration, IntConsumer,
   *     Progress.Listener)}
   */
  public Outcome count(StaticProgram program, Duration limit, Progress.Listener preparation)
      throws InterruptedException {
    Outcome outcome = run(GuestWork.of(program), limit, done -> {}, preparation);
    if (outcome.counts().size() != 1) {
      throw new EmulatorException(
          "the plugin counted nothing; build plugin, runner and library together", null);
    }
    return outcome;
  }

  private Outcome run(
      GuestWork work, Duration silence, IntConsumer phaseDone, Progress.Listener preparation)
      throws InterruptedException {
    Path folder = Preparation.folder();
    try {
      EmulatorParts parts = Preparation.parts(preparation);
      var plugin = new Plugin(Plugin.extract(folder), geometry, model);
      byte[] init = RunnerImage.carried(Architecture.X86_64);
      Path machines = folder.resolve("machines");
      SavedMachine machine = SavedMachine.ready(parts, init, machines, preparation);
      try {
        return finish(machine, work, plugin, silence, phaseDone);
      } catch (Session.StateRefusedException refused) {
        machine.forget();
        SavedMachine anew = SavedMachine.ready(parts, init, machines, preparation);
        return finish(anew, work, plugin, silence, phaseDone);
      }
    } catch (Session.StateRefusedException refusedAgain) {
      throw new EmulatorException(
          "QEMU cannot load the machine that it has saved; delete %s".formatted(folder),
          refusedAgain);
    } catch (RunnerException e) {
      throw new NoEmulatorException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new EmulatorException(
          "the emulated machine's files could not be used: %s; is there room in %s and %s?"
              .formatted(e, folder, System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private static Outcome finish(
      SavedMachine machine, GuestWork work, Plugin plugin, Duration silence, IntConsumer phaseDone)
      throws IOException, InterruptedException, Session.StateRefusedException {
    try (var session = Session.start(machine, work, plugin)) {
      return session.finish(silence, phaseDone);
    }
  }
}
