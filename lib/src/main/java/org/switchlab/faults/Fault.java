package org.switchlab.faults;

import java.io.IOException;

/**
 * One thing that goes wrong, at one place.
 *
 * @param target what it happens to
 * @param kind what kind of fault it is
 * @param what the rest of its name, which says all of it: {@code stamped:write:ENOSPC:2}
 * @param trial lets it happen
 */
record Fault(Target target, Kind kind, String what, Trial trial) {

  /** Lets a fault happen and looks at what comes of it. */
  @FunctionalInterface
  interface Trial {
    Verdict run(Nest nest) throws IOException, InterruptedException;
  }

  /** Whether it takes seconds: a program of its own begins for it. */
  boolean isSlow() {
    return target.isSlow() || (target == Target.SAVE && kind == Kind.KILL);
  }

  /** The same in each run of the same seed on the same machine. */
  String name() {
    return target.word() + "/" + what;
  }
}
