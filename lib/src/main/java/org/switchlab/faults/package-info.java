/**
 * Faults let loose on this project on purpose: calls that fail, processes that are killed, full
 * disks, missing rights and damaged files, and a judge of what came of each.
 */
@NullMarked
package org.switchlab.faults;

import org.jspecify.annotations.NullMarked;
