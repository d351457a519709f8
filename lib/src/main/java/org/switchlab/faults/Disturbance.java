package org.switchlab.faults;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.switchlab.faults.Sessions.Lent;

/** Lets something happen to a session while it does what it is asked. */
@FunctionalInterface
interface Disturbance {

  /** What is asked of the session. */
  @FunctionalInterface
  interface Asked {
    Answer answer() throws IOException, InterruptedException;
  }

  /** The answer; null if what should happen did not. */
  @Nullable Answer during(Lent lent, Nest nest, Asked asked)
      throws IOException, InterruptedException;
}
