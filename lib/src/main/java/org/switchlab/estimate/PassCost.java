package org.switchlab.estimate;

import org.jspecify.annotations.Nullable;

/**
 * What one pass says of the cost at one setting: one fresh pair of processes, visited once. Passes
 * are the independent units of every interval and of every verdict.
 *
 * @param pass number of the pass, from 0; what other settings say in it saw the same machine
 * @param costNs typical cost of one switch, in ns
 * @param meanNs mean cost of one switch, everything included that happened in the meantime, in ns
 * @param directNs the part of the typical cost that is message and switch, in ns; absent where
 *     rounds were not stamped
 * @param indirectNs the part that is the own array fetched again, in ns; absent likewise
 */
public record PassCost(
    int pass,
    double costNs,
    double meanNs,
    @Nullable Double directNs,
    @Nullable Double indirectNs) {}
