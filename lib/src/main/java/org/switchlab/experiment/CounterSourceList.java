package org.switchlab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.switchlab.counter.CounterSources;
import org.switchlab.emulator.Geometry;

/**
 * The sources of counts, in the order they are tried in: the real thing, its model, a recording.
 */
final class CounterSourceList {

  private CounterSourceList() {}

  /**
   * All there are.
   *
   * @param geometry what the emulated one models
   * @param recording where the recorded one lies, if it was named
   */
  static CounterSources of(Geometry geometry, @Nullable Path recording) {
    List<CounterSources.Candidate> candidates = new ArrayList<>(List.of(CounterSources.perf()));
    if (recording != null) {
      candidates.add(CounterSources.recorded(recording));
    }
    return new CounterSources(candidates);
  }
}
