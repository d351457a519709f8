/**
 * What SwitchLab brings to a notebook, whichever kernel runs it: views of values, live progress,
 * magics and default imports. The sub-packages {@code jjava} and {@code ijava} only pass them on.
 */
@NullMarked
package org.switchlab.kernel;

import org.jspecify.annotations.NullMarked;
