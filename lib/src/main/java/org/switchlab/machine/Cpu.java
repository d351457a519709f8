package org.switchlab.machine;

import java.util.Map;
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

  /** Arm's list of implementers: Linux, arch/arm64/include/asm/cputype.h. */
  private static final Map<Integer, String> IMPLEMENTERS =
      Map.of(
          0x41, "Arm",
          0x42, "Broadcom",
          0x43, "Cavium",
          0x46, "Fujitsu",
          0x48, "HiSilicon",
          0x4e, "NVIDIA",
          0x51, "Qualcomm",
          0x61, "Apple",
          0xc0, "Ampere");

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

  static Cpu read(CpuInfo info) {
    boolean arm = info.arm();
    String vendor = arm ? implementer(info) : info.get("vendor_id");
    Integer family = info.number(arm ? "CPU architecture" : "cpu family");
    Integer model = info.number(arm ? "CPU part" : "model");
    return new Cpu(
        vendor,
        info.get("model name"),
        family,
        model,
        arm ? variant(info) : info.get("stepping"),
        info.get("microcode"),
        Microarchitecture.find(vendor, family, model).map(Microarchitecture::name).orElse(null),
        // Every Armv8 core tags its TLB with an ASID, and Linux gives each process one.
        arm ? (family == null ? null : Boolean.valueOf(family >= 8)) : info.flag("pcid"));
  }

  private static @Nullable String implementer(CpuInfo info) {
    Integer code = info.number("CPU implementer");
    String known = code == null ? null : IMPLEMENTERS.get(code);
    return known == null ? info.get("CPU implementer") : known;
  }

  private static @Nullable String variant(CpuInfo info) {
    Integer variant = info.number("CPU variant");
    Integer revision = info.number("CPU revision");
    return variant == null || revision == null ? null : "r" + variant + "p" + revision;
  }
}
