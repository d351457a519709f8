package org.switchlab;

import java.nio.file.Path;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.DirectCost;
import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.KernelSwitchCost;
import org.switchlab.experiment.LastResult;
import org.switchlab.experiment.SwitchCostExperiment;
import org.switchlab.experiment.SwitchLadder;
import org.switchlab.experiment.UserSwitchCost;
import org.switchlab.machine.Machine;
import org.switchlab.result.Result;

/**
 * The one-line front door: {@code Lab.kernelSwitchCost().run()}.
 *
 * <p>Each method only delegates; the parts it opens can be used on their own.
 */
public final class Lab {

  private Lab() {}

  /** Fig. 3: cost of a switch between two processes, by array size and stride. */
  public static SwitchCostExperiment kernelSwitchCost() {
    return KernelSwitchCost.open();
  }

  /** The cost of a switch between two processes that touch no array. */
  public static SwitchCostExperiment directCost() {
    return DirectCost.open();
  }

  /** Fig. 5: cost of a switch between two user-level threads, by array size and stride. */
  public static SwitchCostExperiment userSwitchCost() {
    return UserSwitchCost.open();
  }

  /** The cost of a switch on each rung from a function call to a switch of processes. */
  public static SwitchLadder switchLadder() {
    return SwitchLadder.open();
  }

  /**
   * The experiment behind a figure of the paper.
   *
   * @throws IllegalArgumentException naming the figures there are
   */
  public static Experiment<?> figure(int number) {
    return Catalogue.find("fig" + number);
  }

  /** What this machine is, and what about it a measurement should know. */
  public static Machine machine() {
    return Machine.read();
  }

  /**
   * What the last run of this session found, an interrupted one included: after the stop button a
   * cell has no value, but this has what was completed.
   *
   * @throws IllegalStateException if nothing has run yet
   */
  public static Result last() {
    return LastResult.get();
  }

  /**
   * Reads a stored result back, equal to what was saved.
   *
   * @throws org.switchlab.result.ResultException naming the file that is missing, cut or edited
   */
  public static Result load(Path folder) {
    return Result.load(folder);
  }

  /**
   * Reads a stored result of a known kind back: {@code Lab.load(path, SwitchCostResult.class)}.
   *
   * @throws org.switchlab.result.ResultException also if it is of another kind
   */
  public static <R extends Result> R load(Path folder, Class<R> type) {
    return Result.load(folder, type);
  }
}
