package org.switchlab.run;

import org.switchlab.plan.Point;

/**
 * The work of one fresh runner process that stamps every round.
 *
 * @param point subject, array, stride and pages
 * @param seed seed of its order of blocks, its stack offsets and its arrays
 * @param slots how many slots it measures, each on arrays of its own; 1 or more
 * @param slotNs time of a slot, in ns; it has one block of each flow at least
 * @param blockNs wanted time of a pair block, in ns, from which the rounds of each are derived
 * @param cpu logical CPU of both sides
 */
public record StampedJob(Point point, long seed, int slots, long slotNs, long blockNs, int cpu) {}
