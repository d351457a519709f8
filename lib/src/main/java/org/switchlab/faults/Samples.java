package org.switchlab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.switchlab.experiment.Catalogue;
import org.switchlab.experiment.DirectCost;
import org.switchlab.result.Result;
import org.switchlab.result.ResultData;
import org.switchlab.result.ResultWriter;
import org.switchlab.run.Progress;
import org.switchlab.sample.Observation;
import org.switchlab.warning.WarningCode;

/**
 * Results that were measured here for the faults to come: two whole ones, and two of runs that were
 * killed after a while.
 */
final class Samples {

  private static final int AT_ONCE = 3;

  private final Path folder;

  private Samples(Path folder) {
    this.folder = folder;
  }

  /**
   * Measures them.
   *
   * @throws InterruptedException if the calling thread was interrupted
   */
  static Samples measured(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Samples samples = new Samples(folder);
    for (boolean other : new boolean[] {false, true}) {
      Result result =
          DirectCost.EXPERIMENT
              .setup()
              .quick()
              .seed(other ? 2 : 1)
              .budget(Duration.ofMillis(200))
              .saveTo(samples.whole(other))
              .progress(Progress.Listener.SILENT)
              .run();
      if (result.has(WarningCode.INTERRUPTED)) {
        throw new InterruptedException();
      }
      samples.leaveUnfinished(result.data(), samples.unfinished(other));
    }
    return samples;
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
