package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSources;
import org.switchlab.counter.EmulatedSource;
import org.switchlab.emulator.CacheModel;
import org.switchlab.emulator.Disturbance;
import org.switchlab.emulator.Geometry;
import org.switchlab.run.Progress;

/**
 * The sources of counts, in the order they are tried in: the real thing, its model, a recording.
 */
final class CounterSourceList {

  private CounterSourceList() {}

  /**
   * All there are.
   *
   * @param geometry what the emulated one models
   * @param disturbance what makes its repetitions differ
   * @param progress told what it prepares, the first time
   * @param recording where the recorded one lies, if it was named
   */
  static CounterSources of(
      Geometry geometry,
      Disturbance disturbance,
      @Nullable Path recording,
      Progress.Listener progress) {
    List<CounterSources.Candidate> candidates = new ArrayList<>();
    candidates.add(CounterSources.perf());
    candidates.add(
        new CounterSources.Candidate(
            EmulatedSource.NAME,
            () -> EmulatedSource.open(geometry, CacheModel.ALL, disturbance, progress)));
    if (recording != null) {
      candidates.add(CounterSources.recorded(recording));
    }
    return new CounterSources(candidates);
  }
}
