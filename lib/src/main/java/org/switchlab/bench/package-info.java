/** Promises of speed and steadiness, each measured on the machine at hand. */
@NullMarked
package org.switchlab.bench;

import org.jspecify.annotations.NullMarked;
