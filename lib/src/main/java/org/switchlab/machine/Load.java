package org.switchlab.machine;

import org.jspecify.annotations.Nullable;

/**
 * Load averages: tasks that run or wait for a CPU or a disk, see proc_loadavg(5).
 *
 * @param oneMinute over the last minute
 * @param fiveMinutes over the last five minutes
 * @param fifteenMinutes over the last fifteen minutes
 */
public record Load(
    @Nullable Double oneMinute, @Nullable Double fiveMinutes, @Nullable Double fifteenMinutes) {}
