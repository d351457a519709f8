/**
 * What this machine is: {@link org.switchlab.machine.Machine#read()}. Only {@code SystemTree} and
 * {@code CpuidDevice} touch the system; the parsers turn what these read into values, one subject a
 * file.
 */
@NullMarked
package org.switchlab.machine;

import org.jspecify.annotations.NullMarked;
