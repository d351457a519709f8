package org.switchlab.experiment;

import java.util.List;
import java.util.function.Consumer;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rungs;
import org.switchlab.run.ProcessJob;
import org.switchlab.run.Runner;
import org.switchlab.run.RunnerException;
import org.switchlab.sample.Couple;
import org.switchlab.warning.Warning;

/** Measures rungs: the subject behind a rung's name, on the CPUs that its scope asks for. */
final class RungRunner implements Runner {

  private final Runner runner;
  private final int otherCpu;

  /**
   * Through {@code runner}.
   *
   * @param otherCpu CPU of the other side on rungs across CPUs
   */
  RungRunner(Runner runner, int otherCpu) {
    this.runner = runner;
    this.otherCpu = otherCpu;
  }

  @Override
  public void measure(ProcessJob job, Consumer<Couple> sink)
      throws RunnerException, InterruptedException {
    Rung rung = Rungs.named(job.point().subject());
    int peerCpu = rung.scope().isCross() ? otherCpu : job.cpu();
    runner.measure(job.by(rung.subject(), peerCpu), sink);
  }

  @Override
  public List<Warning> warnings() {
    return runner.warnings();
  }
}
