/** Claims of the literature as data, and the small checks that answer them. */
@NullMarked
package org.switchlab.claim;

import org.jspecify.annotations.NullMarked;
