/** Teaching by defect: named wrong methods, and the size of the error each makes. */
@NullMarked
package org.switchlab.defect;

import org.jspecify.annotations.NullMarked;
