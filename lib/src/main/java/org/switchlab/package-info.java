/** The front door of SwitchLab: one-line experiments, and nothing else. */
@NullMarked
package org.switchlab;

import org.jspecify.annotations.NullMarked;
