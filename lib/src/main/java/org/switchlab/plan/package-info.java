/** How much to measure, where, in which order: values, fixed before anything runs. */
@NullMarked
package org.switchlab.plan;

import org.jspecify.annotations.NullMarked;
