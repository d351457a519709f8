package org.switchlab.machine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The processor from its paragraph of {@code /proc/cpuinfo}. */
final class CpuParser {

  /** Arm's list of implementers: Linux, arch/arm64/include/asm/cputype.h. */
  private static final Map<Long, String> IMPLEMENTERS =
      Map.of(
          0x41L,
          "Arm",
          0x42L,
          "Broadcom",
          0x43L,
          "Cavium",
          0x46L,
          "Fujitsu",
          0x48L,
          "HiSilicon",
          0x4eL,
          "NVIDIA",
          0x51L,
          "Qualcomm",
          0x61L,
          "Apple",
          0xc0L,
          "Ampere");

  private CpuParser() {}

  static Cpu parse(CpuInfo info) {
    return info.arm() ? arm(info) : x86(info);
  }

  private static Cpu x86(CpuInfo info) {
    String vendor = info.get("vendor_id");
    Integer family = Numbers.parseInt(info.get("cpu family"));
    Integer model = Numbers.parseInt(info.get("model"));
    return new Cpu(
        vendor,
        info.get("model name"),
        family,
        model,
        info.get("stepping"),
        info.get("microcode"),
        name(vendor, family, model),
        info.flag("pcid"));
  }

  private static Cpu arm(CpuInfo info) {
    String implementer = info.get("CPU implementer");
    String vendor = IMPLEMENTERS.getOrDefault(Numbers.parse(implementer), implementer);
    Integer family = Numbers.parseInt(info.get("CPU architecture"));
    Integer part = Numbers.parseInt(info.get("CPU part"));
    Long variant = Numbers.parse(info.get("CPU variant"));
    Long revision = Numbers.parse(info.get("CPU revision"));
    return new Cpu(
        vendor,
        info.get("model name"),
        family,
        part,
        variant == null || revision == null ? null : "r" + variant + "p" + revision,
        null,
        name(vendor, family, part),
        // Every Armv8 core tags its TLB with an ASID, and Linux gives each process one.
        family == null ? null : family >= 8);
  }

  private static @Nullable String name(
      @Nullable String vendor, @Nullable Integer family, @Nullable Integer model) {
    Microarchitecture known = Microarchitecture.find(vendor, family, model);
    return known == null ? null : known.name();
  }
}
