package org.switchlab.defect;

import org.jspecify.annotations.Nullable;
import org.switchlab.estimate.Stop;
import org.switchlab.table.Estimate;

/**
 * A wrong method beside the right one, on the same machine in the same run. What is undefined is
 * absent ({@code null}).
 *
 * <p>A wrong method can be wrong in two ways. A <em>bias</em> shows in {@link #errorNs}: its
 * interval leaves zero out. A <em>scatter</em> shows in the range of single applications: whoever
 * applies the method once gets one number out of that range and cannot know which.
 *
 * @param name the wrong method's name
 * @param wrongNs what it answers, in ns: the median of its applications
 * @param rightNs what the right method answers, in ns
 * @param errorNs wrong − right, in ns
 * @param errorShare that error as a share of what is right
 * @param onceLowNs lower end of the range in which 95 % of single applications answer, in ns
 * @param onceHighNs its upper end, in ns
 * @param applications how often the method was applied
 * @param unanswered how many of these had no answer
 * @param what what the method does, and who does so
 * @param why why that is wrong
 * @param stop why measuring ended
 */
public record ProtocolComparison(
    String name,
    @Nullable Estimate wrongNs,
    @Nullable Estimate rightNs,
    @Nullable Estimate errorNs,
    @Nullable Double errorShare,
    @Nullable Double onceLowNs,
    @Nullable Double onceHighNs,
    int applications,
    int unanswered,
    String what,
    String why,
    Stop stop) {}
