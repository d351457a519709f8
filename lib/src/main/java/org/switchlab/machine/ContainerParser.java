package org.switchlab.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether this process is in a container, and of which kind. */
final class ContainerParser {

  private static final List<String> CGROUP_NAMES =
      List.of("kubepods", "docker", "libpod", "containerd", "lxc");

  private ContainerParser() {}

  static @Nullable String parse(SystemTree tree) {
    // Only the first PID namespace shows kernel threads. A guest that was built from a container
    // image keeps the image's marker files without being a container.
    if ("kthreadd".equals(tree.text("proc/2/comm"))) {
      return Virtualization.NONE;
    }
    String cgroup = tree.text("proc/self/cgroup");
    String named = cgroup == null ? null : byCgroup(cgroup);
    if (named != null) {
      return named;
    }
    if (tree.exists(".dockerenv")) {
      return "docker";
    }
    if (tree.exists("run/.containerenv")) {
      return "podman";
    }
    // systemd's interface for containers: https://systemd.io/CONTAINER_INTERFACE/
    return tree.text("run/systemd/container");
  }

  private static @Nullable String byCgroup(String cgroup) {
    return CGROUP_NAMES.stream().filter(cgroup::contains).findFirst().orElse(null);
  }
}
