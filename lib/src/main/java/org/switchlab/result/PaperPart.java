package org.switchlab.result;

import org.jspecify.annotations.Nullable;

/**
 * One figure of the whole paper's run.
 *
 * @param name as it was asked for, and its folder: {@code fig8}
 * @param result what it found; absent if it could not be run
 * @param gap why it could not be run; empty if it was
 */
public record PaperPart(String name, @Nullable Result result, String gap) {}
