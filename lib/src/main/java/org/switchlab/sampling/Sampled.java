package org.switchlab.sampling;

import java.util.List;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.sample.Samples;
import org.switchlab.warning.Warning;

/**
 * What a finished, or interrupted, sampling has.
 *
 * @param samples everything measured
 * @param estimates one entry a point of the plan, in its order
 * @param warnings doubts that arose on the way
 * @param interrupted whether the user stopped it
 */
public record Sampled(
    Samples samples, List<PointEstimate> estimates, List<Warning> warnings, boolean interrupted) {}
