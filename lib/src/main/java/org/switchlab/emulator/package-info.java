/** The virtual PMU: a whole machine emulated, with caches and TLBs of a chosen geometry. */
@NullMarked
package org.switchlab.emulator;

import org.jspecify.annotations.NullMarked;
