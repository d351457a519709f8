package org.switchlab.machine;

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

  /** Whether a hypervisor is known to stand below. */
  public boolean guest() {
    return hypervisor != null && !hypervisor.equals(NONE);
  }

  /** Whether this process is known to be in a container. */
  public boolean contained() {
    return container != null && !container.equals(NONE);
  }
}
