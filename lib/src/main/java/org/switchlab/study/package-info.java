/** Each experiment in a file of its own: what varies, what is measured, how it reads. */
@NullMarked
package org.switchlab.study;

import org.jspecify.annotations.NullMarked;
