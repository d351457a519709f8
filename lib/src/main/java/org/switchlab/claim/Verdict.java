package org.switchlab.claim;

/**
 * The answer of one run to one claim.
 *
 * @param id the claim's ID
 * @param outcome how it fares
 * @param published the source's number or shape
 * @param here this run's number or shape, with its interval
 * @param why how the outcome follows from the estimates, one or two sentences
 */
public record Verdict(String id, Outcome outcome, String published, String here, String why) {}
