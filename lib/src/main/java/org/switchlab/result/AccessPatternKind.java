package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Set;
import org.switchlab.estimate.AccessPattern;

/** Stores the order of every walk. */
final class AccessPatternKind implements ResultKind {

  static final String PATTERNS = "patterns.json";

  @Override
  public String name() {
    return "access-pattern";
  }

  @Override
  public Set<String> files() {
    return Set.of(PATTERNS);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    List<AccessPattern> patterns = folder.json(PATTERNS, new TypeReference<>() {});
    return new AccessPatternResult(frame, patterns);
  }
}
