/** Passes SwitchLab's views, progress and magics on to the IJava kernel. */
@NullMarked
package org.switchlab.kernel.ijava;

import org.jspecify.annotations.NullMarked;
