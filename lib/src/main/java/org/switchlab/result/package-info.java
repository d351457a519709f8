/** One value that holds a finished experiment; shows itself, saves itself, loads again equal. */
@NullMarked
package org.switchlab.result;

import org.jspecify.annotations.NullMarked;
