/** How quantities are written for people: one spelling, whatever the locale. Imports nothing. */
@NullMarked
package org.switchlab.unit;

import org.jspecify.annotations.NullMarked;
