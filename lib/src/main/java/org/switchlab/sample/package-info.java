/** What the runner observed, raw and with its unit. */
@NullMarked
package org.switchlab.sample;

import org.jspecify.annotations.NullMarked;
