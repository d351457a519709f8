package org.switchlab.result;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Set;
import org.switchlab.emulator.Alternative;

/** Stores what was changed and what came of it. */
final class WhatIfKind implements ResultKind {

  static final String ALTERNATIVES = "alternatives.json";
  static final String ROWS = "rows.json";

  @Override
  public String name() {
    return "what-if";
  }

  @Override
  public Set<String> files() {
    return Set.of(ALTERNATIVES, ROWS);
  }

  @Override
  public Result read(Frame frame, ResultFolder folder) {
    List<Alternative> alternatives = folder.json(ALTERNATIVES, new TypeReference<>() {});
    List<WhatIfRow> rows = folder.json(ROWS, new TypeReference<>() {});
    return new WhatIfResult(frame, alternatives, rows);
  }
}
