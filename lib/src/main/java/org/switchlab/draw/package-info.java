/** Figures drawn, each way written once for all experiments. */
@NullMarked
package org.switchlab.draw;

import org.jspecify.annotations.NullMarked;
