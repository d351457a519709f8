/** Each experiment in a file of its own: what it varies, measures and how it reads. */
@NullMarked
package org.switchlab.experiment;

import org.jspecify.annotations.NullMarked;
