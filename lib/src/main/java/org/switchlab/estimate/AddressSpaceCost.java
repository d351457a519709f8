package org.switchlab.estimate;

import org.jspecify.annotations.Nullable;

/**
 * What it costs that a switch changes the address space: the switch between two processes less the
 * switch between two threads, all else equal.
 *
 * @param mechanism how the two sides wait for each other in both
 * @param differenceNs in ns, with the interval of the difference; absent if a side has no samples
 */
public record AddressSpaceCost(String mechanism, @Nullable Estimate differenceNs) {}
