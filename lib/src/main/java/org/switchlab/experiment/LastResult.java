package org.switchlab.experiment;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.switchlab.result.Result;

/**
 * The last result of this JVM. A notebook that stops a cell drops the cell's value; what the run
 * had completed until then would be lost without this.
 */
public final class LastResult {

  private static final AtomicReference<@Nullable Result> LAST = new AtomicReference<>();

  private LastResult() {}

  public static <R extends Result> R keep(R result) {
    LAST.set(result);
    return result;
  }

  /**
   * What the last finished or interrupted run of this JVM found.
   *
   * @throws IllegalStateException if nothing has run yet
   */
  public static Result get() {
    Result last = LAST.get();
    if (last == null) {
      throw new IllegalStateException(
          "no experiment has run yet in this session: try Lab.directCost().run()");
    }
    return last;
  }
}
