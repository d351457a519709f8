/** Files that are whole, and how to know that they still are. */
@NullMarked
package org.switchlab.file;

import org.jspecify.annotations.NullMarked;
