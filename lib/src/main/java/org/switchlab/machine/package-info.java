/**
 * What this machine is: {@link org.switchlab.machine.Machine#read()}. Only {@code SystemTree} and
 * {@code CpuidDevice} touch the system; the parsers turn what these read into values, one subject a
 * file. {@link org.switchlab.machine.Toolchains} stands apart, because it starts programs.
 */
@NullMarked
package org.switchlab.machine;

import org.jspecify.annotations.NullMarked;
