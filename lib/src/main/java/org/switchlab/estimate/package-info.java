/** From samples to numbers with intervals. */
@NullMarked
package org.switchlab.estimate;

import org.jspecify.annotations.NullMarked;
