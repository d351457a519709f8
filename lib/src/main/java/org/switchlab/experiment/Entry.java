package org.switchlab.experiment;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An experiment in the catalogue.
 *
 * @param definition what it is
 * @param open begins to set one up, given the name it was asked for by: a second name may stand for
 *     settings of its own, as one figure of several
 */
record Entry(Definition definition, Function<String, Experiment<?>> open) {

  /** An experiment that is the same by each of its names. */
  Entry(Definition definition, Supplier<Experiment<?>> open) {
    this(definition, name -> open.get());
  }
}
