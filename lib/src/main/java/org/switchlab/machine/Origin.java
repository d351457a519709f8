package org.switchlab.machine;

/** Where a fact about the hardware is from. */
public enum Origin {
  /** Read from a file the kernel provides. */
  READ,
  /** Answered by the processor's CPUID instruction, through {@code /dev/cpu/N/cpuid}. */
  CPUID,
  /** Not read: known of this microarchitecture, from the table shipped with this library. */
  KNOWN,
  /** Printed in the paper. */
  PUBLISHED
}
