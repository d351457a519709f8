/**
 * Runs whose truth is known because it was planted: whether intervals and verdicts are right as
 * often as they say. Nothing is measured here; all follows from a seed.
 */
@NullMarked
package org.switchlab.validity;

import org.jspecify.annotations.NullMarked;
