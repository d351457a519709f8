/** Passes SwitchLab's views, progress and magics on to the JJava kernel. */
@NullMarked
package org.switchlab.kernel.jjava;

import org.jspecify.annotations.NullMarked;
