package org.switchlab.experiment;

import org.jspecify.annotations.Nullable;
import org.switchlab.result.Result;

/**
 * One figure of the whole paper's run.
 *
 * @param name as it was asked for, and its folder: {@code fig8}
 * @param result what it found; absent if it could not be run
 * @param gap why it could not be run; empty if it was
 */
public record PaperPart(String name, @Nullable Result result, String gap) {

  /** What it shows; empty if it could not be run. */
  public String title() {
    return result == null ? "" : result.plan().title();
  }
}
