package org.switchlab.validity;

/**
 * What a simulated run met on average over its slots: the states of the host, strangers, drift.
 *
 * @param messageNs what a message typically took, in ns
 * @param legNs what a message with its switch typically took, in ns
 */
record Met(double messageNs, double legNs) {}
