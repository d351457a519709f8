/** Each experiment in a file of its own: what varies, what is measured, how it reads. */
@NullMarked
package org.switchlab.experiment;

import org.jspecify.annotations.NullMarked;
