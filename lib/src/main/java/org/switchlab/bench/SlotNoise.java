package org.switchlab.bench;

/**
 * What disturbs simulated slots. The sizes of the usual one are those that a busy virtual machine
 * showed.
 *
 * @param messageShare standard deviation of a slot's message, as a share of it
 * @param legNs standard deviation of a slot's message with switch beside that, in ns
 * @param layoutShare standard deviation of the walk's part from layout to layout, as a share of a
 *     walk of 1 MiB; with smaller arrays it is less in proportion
 * @param passShare standard deviation of what a whole pass adds to the direct part of all settings
 * @param drift how much more the direct part takes at the end of a run than at its begin, as a
 *     share
 * @param quietShare share of the time in which no neighbour slows the host
 * @param slowdown factor by which a neighbour slows messages, and messages with switches
 * @param slowdownShare standard deviation of that factor from one slow time to the next
 * @param regimeSlots how many slots one state of the host lasts on average
 * @param spoiledShare share of visits in which something else ran between the switches
 * @param rejectedShare share of slots that did not make their switches
 */
public record SlotNoise(
    double messageShare,
    double legNs,
    double layoutShare,
    double passShare,
    double drift,
    double quietShare,
    double slowdown,
    double slowdownShare,
    double regimeSlots,
    double spoiledShare,
    double rejectedShare) {

  /** As on a busy virtual machine, with a neighbour for the rest of {@code quietShare}. */
  public static SlotNoise busy(double quietShare) {
    return new SlotNoise(0.006, 15, 0.04, 0.005, 0, quietShare, 1.4, 0.05, 8, 0.03, 0.01);
  }

  /** The same with a host that drifts. */
  public SlotNoise drifting(double byShare) {
    return new SlotNoise(
        messageShare,
        legNs,
        layoutShare,
        passShare,
        byShare,
        quietShare,
        slowdown,
        slowdownShare,
        regimeSlots,
        spoiledShare,
        rejectedShare);
  }

  /** The same with a neighbour that slows by one factor only. */
  public SlotNoise steady() {
    return new SlotNoise(
        messageShare,
        legNs,
        layoutShare,
        passShare,
        drift,
        quietShare,
        slowdown,
        0,
        regimeSlots,
        spoiledShare,
        rejectedShare);
  }
}
