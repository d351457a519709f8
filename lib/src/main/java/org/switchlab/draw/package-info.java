/** Drawings of figures and tables: charts, text, HTML, Vega-Lite. */
@NullMarked
package org.switchlab.draw;

import org.jspecify.annotations.NullMarked;
