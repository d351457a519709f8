package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Set;
import org.switchlab.estimate.Timeline;
import org.switchlab.sample.Trace;

/** Stores the time stamps; what each process did follows from them. */
final class TimelineKind implements ResultKind {

  static final String TRACE = "trace.json";

  @Override
  public String name() {
    return "timeline";
  }

  @Override
  public Set<String> files() {
    return Set.of(TRACE);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    Trace trace = folder.json(TRACE, new TypeReference<>() {});
    return new TimelineResult(frame, Timeline.of(trace));
  }
}
