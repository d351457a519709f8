package org.switchlab.result;

import java.util.List;
import java.util.Optional;

/** Every kind of result there is. */
final class ResultKinds {

  private static final List<ResultKind> ALL =
      List.of(
          SwitchCostResult.KIND,
          LadderResult.KIND,
          CounterResult.KIND,
          PeakOriginResult.KIND,
          WhatIfResult.KIND,
          PaperResult.KIND,
          TimelineResult.KIND,
          AccessPatternResult.KIND,
          ProtocolsResult.KIND);

  private ResultKinds() {}

  /** The kind called {@code name}, if there is one. */
  static Optional<ResultKind> named(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
