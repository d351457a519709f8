/** How quantities and names are written for people: one spelling everywhere. Imports nothing. */
@NullMarked
package org.switchlab.unit;

import org.jspecify.annotations.NullMarked;
