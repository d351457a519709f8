package org.switchlab.experiment;

import org.switchlab.counter.CounterSources;

/** A set-up that counts, and need not open the sources of its counts itself. */
interface CountsByOthers {

  /** Chooses among these sources instead of all there are. */
  Setup<?> sources(CounterSources others);
}
