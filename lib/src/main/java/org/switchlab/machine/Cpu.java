package org.switchlab.machine;

import org.jspecify.annotations.Nullable;

/**
 * The processor, from {@code /proc/cpuinfo}.
 *
 * @param vendor who designed it: {@code GenuineIntel}, {@code AuthenticAMD}, {@code Arm}, …
 * @param modelName the name it gives itself; Arm processors give none
 * @param family x86 family, or the architecture version on Arm
 * @param model x86 model, or the part number on Arm
 * @param stepping x86 stepping ({@code 3}), or variant and revision on Arm ({@code r3p1})
 * @param microcode version of the loaded microcode, as the kernel prints it
 * @param microarchitecture name of its design, from the table shipped with this library
 * @param taggedTlb whether TLB entries carry an address-space tag that this kernel uses (PCID,
 *     ASID), so that a switch need not flush them
 */
public record Cpu(
    @Nullable String vendor,
    @Nullable String modelName,
    @Nullable Integer family,
    @Nullable Integer model,
    @Nullable String stepping,
    @Nullable String microcode,
    @Nullable String microarchitecture,
    @Nullable Boolean taggedTlb) {

  /** The best name there is. */
  String displayName() {
    if (modelName != null) {
      return modelName;
    }
    if (microarchitecture != null) {
      return vendor == null ? microarchitecture : vendor + " " + microarchitecture;
    }
    return vendor == null ? "unknown CPU" : vendor + " CPU";
  }
}
