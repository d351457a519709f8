/** Figures as data: marks on scales, the same for every way of drawing. */
@NullMarked
package org.switchlab.figure;

import org.jspecify.annotations.NullMarked;
