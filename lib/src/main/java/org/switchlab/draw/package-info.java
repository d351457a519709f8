/** Drawings of figures: charts, text, Vega-Lite. */
@NullMarked
package org.switchlab.draw;

import org.jspecify.annotations.NullMarked;
