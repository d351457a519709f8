package org.switchlab.machine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands below and around this system.
 *
 * @param hypervisor its kind ({@code KVM}, {@code Xen}, {@code Hyper-V} …), {@link #NONE} if there
 *     is certainly none, absent if unknown
 * @param platform what the virtual or physical machine calls itself, for instance {@code
 *     Firecracker}
 * @param container the kind of container this process is in, {@link #NONE} if certainly none,
 *     absent if unknown
 * @param stealShare of the time the CPUs had work since boot, the share the hypervisor gave to
 *     others, 0 to 1
 */
public record Virtualization(
    @Nullable String hypervisor,
    @Nullable String platform,
    @Nullable String container,
    @Nullable Double stealShare) {

  /** Says that there is no hypervisor, or no container. */
  public static final String NONE = "none";

  private static final String UNKNOWN = "unknown hypervisor";

  /** Signatures in CPUID leaf 0x40000000: Linux, arch/x86/kernel/cpu/hypervisor.c. */
  private static final Map<String, String> SIGNATURES =
      Map.of(
          "KVMKVMKVM", "KVM",
          "Microsoft Hv", "Hyper-V",
          "VMwareVMware", "VMware",
          "XenVMMXenVMM", "Xen",
          "TCGTCGTCGTCG", "QEMU TCG",
          "bhyve bhyve ", "bhyve");

  /** How the names of virtual machines begin. */
  private static final Map<String, String> PLATFORMS =
      Map.of(
          "Amazon EC2", "KVM",
          "Google Compute Engine", "KVM",
          "QEMU", "KVM",
          "VMware", "VMware",
          "Microsoft Corporation Virtual Machine", "Hyper-V",
          "Xen HVM domU", "Xen",
          "Parallels", "Parallels",
          "Apple Inc. Apple Virtualization", "Apple Virtualization");

  /** What the makers of virtual machines put into the name of the product. */
  private static final List<String> PRODUCTS =
      List.of(
          "vserver",
          "droplet",
          "virtual machine",
          "openstack",
          "alibaba cloud ecs",
          "kvm",
          "linode",
          "vultr");

  /** How a control group's path betrays its container. */
  private static final List<String> CONTAINERS =
      List.of("kubepods", "docker", "libpod", "containerd", "lxc");

  /** Whether a hypervisor is known to stand below. */
  public boolean guest() {
    return hypervisor != null && !hypervisor.equals(NONE);
  }

  /** Whether this process is known to be in a container. */
  public boolean contained() {
    return container != null && !container.equals(NONE);
  }

  static Virtualization read(SystemTree tree, CpuInfo info, Cpuid cpuid) {
    String platform = platform(tree);
    return new Virtualization(
        hypervisor(tree, info, cpuid, platform),
        platform,
        container(tree),
        stealShare(tree.afterPrefix("/proc/stat", "cpu ")));
  }

  private static @Nullable String hypervisor(
      SystemTree tree, CpuInfo info, Cpuid cpuid, @Nullable String platform) {
    Boolean flag = info.flag("hypervisor");
    if (Boolean.FALSE.equals(flag)) {
      return NONE;
    }
    // The surest sign first.
    return Stream.of(
            SIGNATURES.get(cpuid.leaf(0x4000_0000).text()),
            byType(tree.text("/sys/hypervisor/type")),
            byClock(tree.textOrEmpty(Kernel.CLOCK + "available_clocksource")),
            byDeviceTree(tree.text("/proc/device-tree/hypervisor/compatible")),
            byPlatform(platform == null ? "" : platform),
            byProduct(platform == null ? "" : platform.toLowerCase(Locale.ROOT)),
            flag != null ? UNKNOWN : null,
            // Arm has no flag: only a board that names itself is surely none.
            isBoard(tree) || isMetal(platform) ? NONE : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String byType(@Nullable String type) {
    return "xen".equals(type) ? "Xen" : type;
  }

  private static @Nullable String byClock(String clockSources) {
    return clockSources.contains("kvm-clock")
        ? "KVM"
        : clockSources.contains("hyperv_clocksource") ? "Hyper-V" : null;
  }

  private static @Nullable String byDeviceTree(@Nullable String compatible) {
    return compatible == null ? null : compatible.contains("linux,kvm") ? "KVM" : "Xen";
  }

  private static @Nullable String byPlatform(String platform) {
    return PLATFORMS.entrySet().stream()
        .filter(name -> platform.startsWith(name.getKey()) && !isMetal(platform))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String byProduct(String platform) {
    return PRODUCTS.stream().anyMatch(platform::contains) ? UNKNOWN : null;
  }

  /** Amazon's bare-metal machines have the name of its virtual ones. */
  private static boolean isMetal(@Nullable String platform) {
    return platform != null && platform.contains(".metal");
  }

  /** A device tree that names a board; QEMU's machine for guests calls itself a dummy. */
  private static boolean isBoard(SystemTree tree) {
    return tree.text("/proc/device-tree/model") != null
        && !tree.textOrEmpty("/proc/device-tree/compatible").contains("linux,dummy-virt");
  }

  private static @Nullable String platform(SystemTree tree) {
    // Firecracker signs its ACPI tables and has no DMI: firecracker/src/acpi-tables.
    if (tree.textOrEmpty("/sys/firmware/acpi/tables/FACP").contains("FIRECK")) {
      return "Firecracker";
    }
    String name =
        Stream.of("sys_vendor", "product_name")
            .map(file -> tree.textOrEmpty("/sys/class/dmi/id/" + file))
            .distinct()
            .collect(Collectors.joining(" "))
            .strip();
    return name.isEmpty() ? null : name;
  }

  private static @Nullable String container(SystemTree tree) {
    // Only the first PID namespace shows kernel threads. A guest that was built from a container
    // image keeps the image's marker files without being a container.
    if ("kthreadd".equals(tree.text("/proc/2/comm"))) {
      return NONE;
    }
    String cgroup = tree.textOrEmpty("/proc/self/cgroup");
    String named = CONTAINERS.stream().filter(cgroup::contains).findFirst().orElse(null);
    if (named != null || tree.exists("/.dockerenv")) {
      return named == null ? "docker" : named;
    }
    // The last is systemd's interface for containers: https://systemd.io/CONTAINER_INTERFACE/
    return tree.exists("/run/.containerenv") ? "podman" : tree.text("/run/systemd/container");
  }

  private static @Nullable Double stealShare(@Nullable String ticksByUse) {
    String[] fields = ticksByUse == null ? new String[0] : ticksByUse.split("\\s+", -1);
    if (fields.length < 8) {
      return null;
    }
    double busy = 0;
    double last = 0;
    // User, nice, system, two kinds of interrupt, steal: proc_stat(5). Guests are part of user.
    for (int field : new int[] {0, 1, 2, 5, 6, 7}) {
      Long ticks = Numbers.parse(fields[field]);
      if (ticks == null) {
        return null;
      }
      last = ticks;
      busy += last;
    }
    return busy <= 0 ? null : last / busy;
  }
}
