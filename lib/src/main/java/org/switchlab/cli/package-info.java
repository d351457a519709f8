/** The command line. */
@NullMarked
package org.switchlab.cli;

import org.jspecify.annotations.NullMarked;
