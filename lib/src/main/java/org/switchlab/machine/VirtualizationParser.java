package org.switchlab.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.machine.Cpuid.Registers;

/** Hypervisor, platform and steal time, each from the surest sign that can be read. */
final class VirtualizationParser {

  private static final int HYPERVISOR_LEAF = 0x4000_0000;

  /**
   * Signatures in CPUID leaf 0x40000000: Linux, arch/x86/kernel/cpu/hypervisor.c and its callers.
   */
  private static final Map<String, String> SIGNATURES =
      Map.of(
          "KVMKVMKVM", "KVM",
          "Microsoft Hv", "Hyper-V",
          "VMwareVMware", "VMware",
          "XenVMMXenVMM", "Xen",
          "TCGTCGTCGTCG", "QEMU TCG",
          "bhyve bhyve ", "bhyve");

  private VirtualizationParser() {}

  static Virtualization parse(SystemTree tree, CpuInfo info, Cpuid cpuid) {
    String platform = platform(tree);
    return new Virtualization(
        hypervisor(tree, info, cpuid, platform),
        platform,
        ContainerParser.parse(tree),
        stealShare(tree.afterPrefix("proc/stat", "cpu ")));
  }

  private static @Nullable String hypervisor(
      SystemTree tree, CpuInfo info, Cpuid cpuid, @Nullable String platform) {
    Boolean flag = info.flag("hypervisor");
    if (Boolean.FALSE.equals(flag)) {
      return Virtualization.NONE;
    }
    return Stream.of(
            signature(cpuid.leaf(HYPERVISOR_LEAF)),
            type(tree.text("sys/hypervisor/type")),
            byClock(tree.text("sys/devices/system/clocksource/clocksource0/available_clocksource")),
            byDeviceTree(tree.text("proc/device-tree/hypervisor/compatible")),
            byPlatform(platform),
            flag == null ? bareMetalArm(info, platform) : "unknown hypervisor")
        .filter(kind -> kind != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String signature(@Nullable Registers leaf) {
    if (leaf == null) {
      return null;
    }
    ByteBuffer name = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    name.putInt(leaf.ebx()).putInt(leaf.ecx()).putInt(leaf.edx());
    return SIGNATURES.get(new String(name.array(), StandardCharsets.ISO_8859_1).replace("\0", ""));
  }

  private static @Nullable String type(@Nullable String type) {
    return "xen".equals(type) ? "Xen" : type;
  }

  private static @Nullable String byClock(@Nullable String clockSources) {
    if (clockSources == null) {
      return null;
    }
    return clockSources.contains("kvm-clock")
        ? "KVM"
        : clockSources.contains("hyperv_clocksource") ? "Hyper-V" : null;
  }

  private static @Nullable String byDeviceTree(@Nullable String compatible) {
    return compatible == null ? null : compatible.contains("linux,kvm") ? "KVM" : "Xen";
  }

  private static @Nullable String byPlatform(@Nullable String platform) {
    if (platform == null) {
      return null;
    }
    if ((platform.startsWith("Amazon EC2") && !platform.contains(".metal"))
        || platform.startsWith("Google Compute Engine")
        || platform.startsWith("QEMU")) {
      return "KVM";
    }
    return platform.startsWith("VMware")
        ? "VMware"
        : platform.equals("Microsoft Corporation Virtual Machine") ? "Hyper-V" : null;
  }

  // Arm has no flag that tells: a machine whose firmware names it and is not a known guest is one.
  private static @Nullable String bareMetalArm(CpuInfo info, @Nullable String platform) {
    return info.arm() && platform != null ? Virtualization.NONE : null;
  }

  private static @Nullable String platform(SystemTree tree) {
    String acpi = tree.text("sys/firmware/acpi/tables/FACP");
    // Firecracker signs its ACPI tables and has no DMI: firecracker/src/acpi-tables.
    if (acpi != null && acpi.contains("FIRECK")) {
      return "Firecracker";
    }
    List<String> parts =
        Stream.of("sys_vendor", "product_name")
            .map(name -> tree.text("sys/class/dmi/id/" + name))
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    return parts.isEmpty() ? null : parts.stream().collect(Collectors.joining(" "));
  }

  /** Field order: proc_stat(5). Guest time is part of user time already. */
  private static @Nullable Double stealShare(@Nullable String cpuLine) {
    String[] fields = cpuLine == null ? new String[0] : cpuLine.split("\\s+", -1);
    if (fields.length < 8) {
      return null;
    }
    double busy = 0;
    for (int i : new int[] {0, 1, 2, 5, 6, 7}) {
      Long ticks = Numbers.parse(fields[i]);
      if (ticks == null) {
        return null;
      }
      busy += ticks;
    }
    Double steal = Numbers.parseDouble(fields[7]);
    return steal == null || busy <= 0 ? null : steal / busy;
  }
}
