package org.switchlab.sample;

/**
 * The end of one step of one process.
 *
 * @param variant which flow it was in
 * @param side which process
 * @param step what it had just done
 * @param timeNs when, on the monotonic clock of all processes, in ns
 */
public record Stamp(Variant variant, Side side, Step step, long timeNs) {}
