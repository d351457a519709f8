/** The machine report for people, as text and as HTML: this machine beside the paper's. */
@NullMarked
package org.switchlab.report;

import org.jspecify.annotations.NullMarked;
