/** Decides what to measure next, until the intervals are narrow or the budget ends. */
@NullMarked
package org.switchlab.sampling;

import org.jspecify.annotations.NullMarked;
