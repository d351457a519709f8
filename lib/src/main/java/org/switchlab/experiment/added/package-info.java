/**
 * Experiments of which each is one file here and nothing else: a public class with a {@code public
 * static final Experiment<?> EXPERIMENT}. See {@code lib/docs/add-an-experiment.md}.
 */
@NullMarked
package org.switchlab.experiment.added;

import org.jspecify.annotations.NullMarked;
