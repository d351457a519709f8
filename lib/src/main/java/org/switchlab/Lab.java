package org.switchlab;

import java.nio.file.Path;
import org.switchlab.counter.LambdaCount;
import org.switchlab.experiment.AccessPatternExperiment;
import org.switchlab.experiment.AccessPatternResult;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.CounterFigures;
import org.switchlab.experiment.CounterSetup;
import org.switchlab.experiment.DirectCost;
import org.switchlab.experiment.KernelSwitchCost;
import org.switchlab.experiment.Ladder;
import org.switchlab.experiment.Paper;
import org.switchlab.experiment.Paper.PaperSetup;
import org.switchlab.experiment.PeakOrigin;
import org.switchlab.experiment.PeakOriginResult;
import org.switchlab.experiment.Setup;
import org.switchlab.experiment.SwitchCosts;
import org.switchlab.experiment.SwitchLadder;
import org.switchlab.experiment.TimelineExperiment;
import org.switchlab.experiment.TimelineResult;
import org.switchlab.experiment.UserSwitchCost;
import org.switchlab.experiment.WhatIf;
import org.switchlab.experiment.WhatIfSetup;
import org.switchlab.experiment.WrongWays;
import org.switchlab.experiment.WrongWaysResult;
import org.switchlab.machine.Machine;
import org.switchlab.os.Body;
import org.switchlab.result.Result;
import org.switchlab.result.ResultException;

/**
 * The one-line front door: {@code Lab.kernelSwitchCost().run()}.
 *
 * <p>Each method only delegates; the parts it opens can be used on their own.
 */
public final class Lab {

  private Lab() {}

  /**
   * Any experiment by its name or a second name, those defined in this session too.
   *
   * @throws IllegalArgumentException listing the experiments there are
   */
  public static Setup<?> experiment(String name) {
    return Catalogue.open(name);
  }

  /** Fig. 3: cost of a switch between two processes, by array size and stride. */
  public static Setup<SwitchCosts> kernelSwitchCost() {
    return KernelSwitchCost.EXPERIMENT.setup();
  }

  /** The cost of a switch between two processes that touch no array. */
  public static Setup<SwitchCosts> directCost() {
    return DirectCost.EXPERIMENT.setup();
  }

  /** Fig. 5: cost of a switch between two user-level threads, by array size and stride. */
  public static Setup<SwitchCosts> userSwitchCost() {
    return UserSwitchCost.EXPERIMENT.setup();
  }

  /** The cost of a switch on each rung from a function call to a switch of processes. */
  public static Setup<Ladder> switchLadder() {
    return SwitchLadder.EXPERIMENT.setup();
  }

  /** CS-19: whether the rise of the cost at the L2 size is the cache's or the TLB's. */
  public static Setup<PeakOriginResult> peakOrigin() {
    return PeakOrigin.EXPERIMENT.setup();
  }

  /** Every figure of the paper and an answer to every claim, as one report. */
  public static PaperSetup paper() {
    return Paper.open();
  }

  /**
   * What if the TLB were larger, the pages were larger, the L2 were inclusive? {@code
   * Lab.whatIf().doubleTlb().hugePages().run()}.
   */
  public static WhatIfSetup whatIf() {
    return WhatIf.open();
  }

  /** Fig. 4: L1d and dTLB misses per 1000 instructions, without and with switches. */
  public static CounterSetup missRates() {
    return CounterSetup.of(CounterFigures.MISS_RATES);
  }

  /** Figs. 6, 7: L1 instruction cache misses without and with switches, by array size. */
  public static CounterSetup l1iMisses() {
    return CounterSetup.of(CounterFigures.L1I_MISSES);
  }

  /** Figs. 8, 9: L1 data cache misses without and with switches, by array size and stride. */
  public static CounterSetup l1dMisses() {
    return CounterSetup.of(CounterFigures.L1D_MISSES);
  }

  /** Figs. 10, 11: data TLB misses without and with switches, by array size and stride. */
  public static CounterSetup dtlbMisses() {
    return CounterSetup.of(CounterFigures.DTLB_MISSES);
  }

  /** Fig. 12: how instruction counts of the same work vary, at kernel and at user level. */
  public static CounterSetup instructionCounts() {
    return CounterSetup.of(CounterFigures.INSTRUCTIONS);
  }

  /** The comparisons of coroutine systems: {@code Lab.coroutines().yield().run()}. */
  public static Coroutines coroutines() {
    return new Coroutines();
  }

  /** Fig. 1: who runs when, with and without switches. */
  public static Setup<TimelineResult> timeline() {
    return TimelineExperiment.EXPERIMENT.setup();
  }

  /** Fig. 2: which elements a walk touches, in which order. */
  public static Setup<AccessPatternResult> accessPattern() {
    return AccessPatternExperiment.EXPERIMENT.setup();
  }

  /** Every named wrong method of measuring a switch, beside the right one. */
  public static Setup<WrongWaysResult> protocols() {
    return WrongWays.EXPERIMENT.setup();
  }

  /**
   * One named wrong method beside the right one: {@code Lab.protocol("li-2007").run()}.
   *
   * @throws IllegalArgumentException listing the names there are
   */
  public static Setup<WrongWaysResult> protocol(String name) {
    return protocols().set("method", name);
  }

  /**
   * The experiment behind a figure of the paper.
   *
   * @throws IllegalArgumentException naming the figures there are
   */
  public static Setup<?> figure(int number) {
    return Catalogue.open("fig" + number);
  }

  /**
   * Runs code on the calling thread and counts what happens meanwhile: page faults, switches, and
   * where the machine has counters, instructions and misses.
   */
  public static <X extends Exception> LambdaCount count(Body<X> body) throws X {
    return LambdaCount.of(body);
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
    return Setup.last();
  }

  /**
   * Reads a stored result back, equal to what was saved.
   *
   * @throws org.switchlab.result.ResultException naming the file that is missing, cut or edited
   */
  public static Result load(Path folder) {
    return Catalogue.load(folder);
  }

  /**
   * Reads a stored result of a known experiment back: {@code Lab.load(path, SwitchCosts.class)}.
   *
   * @throws org.switchlab.result.ResultException also if it is of another
   */
  public static <R extends Result> R load(Path folder, Class<R> type) {
    Result loaded = load(folder);
    if (!type.isInstance(loaded)) {
      throw new ResultException(
          "%s holds a result of %s, which is not read as %s"
              .formatted(folder, loaded.experiment(), type.getSimpleName()),
          null);
    }
    return type.cast(loaded);
  }
}
