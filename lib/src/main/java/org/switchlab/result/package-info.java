/** One value that holds a finished experiment; saves and loads itself. */
@NullMarked
package org.switchlab.result;

import org.jspecify.annotations.NullMarked;
