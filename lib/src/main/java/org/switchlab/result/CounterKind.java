package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Set;
import org.switchlab.counter.CountsCsv;
import org.switchlab.counter.RecordedSource;

/** Stores every repetition's counts, in the form that a recording is replayed from. */
final class CounterKind implements ResultKind {

  static final String COUNTS = RecordedSource.FILE;
  static final String COUNTING = "counting.json";

  @Override
  public String name() {
    return "counters";
  }

  @Override
  public Set<String> files() {
    return Set.of(COUNTS, COUNTING);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    Counting counting = folder.json(COUNTING, new TypeReference<>() {});
    return new CounterResult(frame, counting, folder.parsed(COUNTS, CountsCsv::parse));
  }
}
