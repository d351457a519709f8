/**
 * What this machine is: {@link org.switchlab.machine.Machine#read()}. Each part is a record that
 * reads itself from texts of the kernel; only {@code SystemTree} and {@code Cpuid} touch the
 * system. {@link org.switchlab.machine.Toolchains} stands apart, because it starts programs.
 */
@NullMarked
package org.switchlab.machine;

import org.jspecify.annotations.NullMarked;
