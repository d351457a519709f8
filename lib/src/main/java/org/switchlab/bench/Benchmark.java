package org.switchlab.bench;

import java.io.IOException;
import java.util.function.Consumer;
import org.switchlab.run.RunnerException;

/** One promise of this project, and how to see whether this machine keeps it. */
public interface Benchmark {

  /** Its one name, as on the command line. */
  String name();

  /** What is promised, in words with its numbers. */
  String promise();

  /**
   * Measures it here; leaves no process and no file behind, whatever happens.
   *
   * @param progress is told what is being done, a line now and then
   * @throws NotMeasurableException if this machine cannot answer; says why
   * @throws RunnerException if the runner failed
   * @throws IOException if a temporary file cannot be had
   * @throws InterruptedException if the calling thread was interrupted
   */
  Reading measure(Consumer<String> progress)
      throws NotMeasurableException, RunnerException, IOException, InterruptedException;
}
