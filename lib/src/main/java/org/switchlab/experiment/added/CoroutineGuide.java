package org.switchlab.experiment.added;

import org.switchlab.experiment.Experiment;
import org.switchlab.experiment.coroutine.Advice;
import org.switchlab.experiment.coroutine.CoroutineResult;
import org.switchlab.experiment.coroutine.Workload;

/** Which coroutine should I use: every subject at every workload that it can do, briefly. */
public final class CoroutineGuide {

  /** As data. */
  public static final Experiment<CoroutineResult> EXPERIMENT =
      Workload.all("coroutines", Advice.workloads(), Workload.REPORTED)
          .title("Which coroutine should I use, on this machine")
          .summary("every system at every workload, and which to use for what")
          .show(Advice::figure)
          .tables(Advice::tables)
          .headline(Advice::headline);

  private CoroutineGuide() {}
}
