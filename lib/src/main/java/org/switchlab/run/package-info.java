/** Runs a plan in isolated processes and collects its samples. */
@NullMarked
package org.switchlab.run;

import org.jspecify.annotations.NullMarked;
