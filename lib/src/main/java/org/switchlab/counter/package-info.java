/** Counts of instructions and misses, from whichever source this machine has. */
@NullMarked
package org.switchlab.counter;

import org.jspecify.annotations.NullMarked;
