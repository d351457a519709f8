/** Tables as data: columns with units, rows, numbers with intervals. Imports nothing but units. */
@NullMarked
package org.switchlab.table;

import org.jspecify.annotations.NullMarked;
