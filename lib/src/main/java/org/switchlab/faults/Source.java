package org.switchlab.faults;

import java.io.IOException;
import java.util.List;

/** Faults of one family. */
interface Source {

  /** What they happen to. */
  Target target();

  /**
   * All of them.
   *
   * @param nest for what must be tried once to know them
   * @throws NotHereException if there can be none on this machine; says why
   */
  List<Fault> faults(Nest nest) throws NotHereException, IOException, InterruptedException;

  /** A source as two values. */
  static Source of(Target target, Finder finder) {
    return new Source() {
      @Override
      public Target target() {
        return target;
      }

      @Override
      public List<Fault> faults(Nest nest)
          throws NotHereException, IOException, InterruptedException {
        return finder.faults(nest);
      }
    };
  }

  /** Finds faults. */
  @FunctionalInterface
  interface Finder {
    List<Fault> faults(Nest nest) throws NotHereException, IOException, InterruptedException;
  }
}
