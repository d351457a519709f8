package org.switchlab;

import java.nio.file.Path;
import java.util.List;
import org.switchlab.experiment.Setup;
import org.switchlab.experiment.added.Clients;
import org.switchlab.experiment.added.CoroutineCounts;
import org.switchlab.experiment.added.CoroutineGuide;
import org.switchlab.experiment.added.CoroutineYield;
import org.switchlab.experiment.added.Hanoi;
import org.switchlab.experiment.added.Pipeline;
import org.switchlab.experiment.added.SequenceSum;
import org.switchlab.experiment.added.TreeWalk;
import org.switchlab.experiment.added.WriteFully;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.run.RunnerException;
import org.switchlab.subject.Disassembly;
import org.switchlab.subject.SubjectBuild;
import org.switchlab.subject.SubjectProgram;
import org.switchlab.subject.Subjects;

/**
 * The comparisons of coroutine systems, one method a workload: {@code
 * Lab.coroutines().yield().run()}.
 */
public final class Coroutines {

  Coroutines() {}

  /** What a yield costs among coroutines that do nothing else. */
  @SuppressWarnings("NamedLikeContextualKeyword") // what it is called in every language
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

  /** What coroutines in C++ execute, miss and guess wrong, counted by an emulated core. */
  public Setup<CoroutineResult> counts() {
    return CoroutineCounts.EXPERIMENT.setup();
  }

  /** What a better switch gains in a client of HTTP or RPC. */
  public Setup<CoroutineResult> clients() {
    return Clients.EXPERIMENT.setup();
  }

  /**
   * The machine code of a subject's functions, counted and numbered; its program is built before if
   * need be. Languages that are not compiled before they run have none.
   *
   * @param subject its name: {@code cacs-tail}
   * @param function a part of the function's name: {@code yield}
   * @throws IllegalArgumentException if there is no such subject, listing those there are
   * @throws RunnerException if its program cannot be built or read here, saying what mends that
   */
  public List<Disassembly> code(String subject, String function)
      throws RunnerException, InterruptedException {
    SubjectProgram program = Subjects.programOf(subject);
    List<String> command = new SubjectBuild().command(program);
    return Disassembly.of(Path.of(command.getFirst()), function);
  }

  /** Every system at every workload, briefly, and which to use for what. */
  public Setup<CoroutineResult> guide() {
    return CoroutineGuide.EXPERIMENT.setup();
  }
}
