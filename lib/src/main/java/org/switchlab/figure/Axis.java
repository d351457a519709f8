package org.switchlab.figure;

/**
 * One axis of a figure.
 *
 * @param title what its values are, with their unit: {@code cost of one switch (µs)}
 * @param scale where they stand
 */
public record Axis(String title, Scale scale) {}
