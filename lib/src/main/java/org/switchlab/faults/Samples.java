package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.DirectCost;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;

/**
 * Results that were measured here for the faults to come: two whole ones, and two of runs that were
 * killed after a while.
 */
final class Samples {

  private static final int AT_ONCE = 3;
  private static final Duration BUDGET = Duration.ofMillis(200);

  private final Path folder;

  private Samples(Path folder) {
    this.folder = folder;
  }

  /**
   * Measures them, in a thread of its own: one that runs an experiment keeps no interrupt.
   *
   * @throws InterruptedException if the calling thread was interrupted; nothing goes on then
   */
  static Samples measured(Path folder) throws IOException, InterruptedException {
    Samples samples = new Samples(Files.createDirectories(folder));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      thread.submit(samples::measure).get();
      return samples;
    } catch (ExecutionException e) {
      throw new IOException("nothing could be measured here: " + e.getCause(), e);
    } finally {
      thread.shutdownNow();
      thread.close();
    }
  }

  private void measure() {
    for (boolean other : new boolean[] {false, true}) {
      Result result = run(whole(other), other ? 2 : 1);
      leaveUnfinished(result.data(), unfinished(other));
    }
  }

  private static Result run(Path into, long seed) {
    return DirectCost.EXPERIMENT
        .setup()
        .quick()
        .seed(seed)
        .budget(BUDGET)
        .saveTo(into)
        .progress(Progress.Listener.SILENT)
        .run();
  }

  /** Of a run that came to its end. */
  Path whole(boolean other) {
    return folder.resolve(other ? "whole2" : "whole1");
  }

  /** Of a run that was killed. */
  Path unfinished(boolean other) {
    return folder.resolve(other ? "unfinished2" : "unfinished1");
  }

  private void leaveUnfinished(ResultData data, Path into) {
    ResultData begun =
        ResultData.begun(data.source(), data.measuredAt(), data.machine(), data.plan());
    ResultWriter writer = ResultWriter.begin(into, begun);
    List<Observation> all = data.observations();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      writer.append(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
  }

  /** What a result says, as it was stored. */
  static Answer said(Path result) {
    return Answer.of(Catalogue.load(result));
  }

  /** The names of a result's files. */
  static List<String> names(Path result) throws IOException {
    try (Stream<Path> files = Files.list(result)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Copies a result. */
  static void copy(Path result, Path into) throws IOException {
    Files.createDirectories(into);
    for (String name : names(result)) {
      Files.copy(result.resolve(name), into.resolve(name));
    }
  }
}
