/** Typed doubts about a number, each with what mends it. */
@NullMarked
package org.switchlab.warning;

import org.jspecify.annotations.NullMarked;
