package org.switchlab.experiment;

import java.util.function.Supplier;

/**
 * An experiment in the catalogue.
 *
 * @param definition what it is
 * @param open begins to set one up
 */
record Entry(Definition definition, Supplier<Experiment<?>> open) {}
