package org.switchlab;

import org.switchlab.experiment.Setup;
import org.switchlab.experiment.added.Clients;
import org.switchlab.experiment.added.CoroutineGuide;
import org.switchlab.experiment.added.CoroutineYield;
import org.switchlab.experiment.added.Hanoi;
import org.switchlab.experiment.added.Pipeline;
import org.switchlab.experiment.added.SequenceSum;
import org.switchlab.experiment.added.TreeWalk;
import org.switchlab.experiment.added.WriteFully;
import org.switchlab.experiment.coroutine.CoroutineResult;

/**
 * The comparisons of coroutine systems, one method a workload: {@code
 * Lab.coroutines().yield().run()}.
 */
public final class Coroutines {

  Coroutines() {}

  /** What a yield costs among coroutines that do nothing else. */
  public Setup<CoroutineResult> yield() {
    return CoroutineYield.EXPERIMENT.setup();
  }

  /** What an item of a generator costs. */
  public Setup<CoroutineResult> sequenceSum() {
    return SequenceSum.EXPERIMENT.setup();
  }

  /** What a yield from within a recursion costs, by its depth. */
  public Setup<CoroutineResult> hanoi() {
    return Hanoi.EXPERIMENT.setup();
  }

  /** What a generator that walks through a tree costs. */
  public Setup<CoroutineResult> treeWalk() {
    return TreeWalk.EXPERIMENT.setup();
  }

  /** What a chain of generators costs an item. */
  public Setup<CoroutineResult> pipeline() {
    return Pipeline.EXPERIMENT.setup();
  }

  /** What a send costs among tasks that wait before each. */
  public Setup<CoroutineResult> writeFully() {
    return WriteFully.EXPERIMENT.setup();
  }

  /** What a better switch gains in a client of HTTP or RPC. */
  public Setup<CoroutineResult> clients() {
    return Clients.EXPERIMENT.setup();
  }

  /** Every system at every workload, briefly, and which to use for what. */
  public Setup<CoroutineResult> guide() {
    return CoroutineGuide.EXPERIMENT.setup();
  }
}
