package org.switchlab.run;

/**
 * What a runner says before it measures.
 *
 * @param peerPid process id of its peer
 * @param pairRoundNs time of one round trip while warming up, in ns
 * @param singleRoundNs time of one message to itself while warming up, in ns
 * @param hugeBytes bytes of the array that stand on huge pages, in the process that got fewer; 0 if
 *     none were asked for or it could not tell
 */
record Ready(int peerPid, long pairRoundNs, long singleRoundNs, long hugeBytes) {}
