/** Linux primitives through JNA on libc, and nothing else: the only package that sees JNA. */
@NullMarked
package org.switchlab.os;

import org.jspecify.annotations.NullMarked;
