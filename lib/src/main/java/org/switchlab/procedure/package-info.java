/** Ways of measuring: each turns the settings of a plan into observations. */
@NullMarked
package org.switchlab.procedure;

import org.jspecify.annotations.NullMarked;
