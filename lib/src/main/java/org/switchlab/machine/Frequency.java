package org.switchlab.machine;

import org.jspecify.annotations.Nullable;

/**
 * How the clock of the measuring CPU is driven. Guests usually see nothing of it.
 *
 * @param driver the cpufreq driver
 * @param governor the cpufreq governor
 * @param turbo whether the clock may exceed its nominal rate
 * @param turboSwitch file that turns turbo on and off, with the value that turns it off
 * @param currentMhz clock when it was read, in MHz
 * @param minMhz lowest clock, in MHz
 * @param maxMhz highest clock, in MHz
 */
public record Frequency(
    @Nullable String driver,
    @Nullable String governor,
    @Nullable Boolean turbo,
    @Nullable TurboSwitch turboSwitch,
    @Nullable Double currentMhz,
    @Nullable Double minMhz,
    @Nullable Double maxMhz) {

  /**
   * The file that switches turbo.
   *
   * @param path its absolute path
   * @param off what to write into it to turn turbo off
   */
  public record TurboSwitch(String path, String off) {}
}
