package org.switchlab.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the control groups of this process are mounted: {@code /proc/self/cgroup} names them,
 * {@code /proc/self/mountinfo} says where each hierarchy is and which part of it is visible here.
 * See cgroups(7) and proc_pid_mountinfo(5).
 */
final class CgroupPaths {

  /** Root and mount point, then after the dash the file system type and its options. */
  private static final Pattern MOUNT =
      Pattern.compile("\\S+ \\S+ \\S+ (\\S+) (\\S+) .*- (cgroup2?) \\S+ (\\S+)");

  private static final String UNIFIED = "";

  /** The visible hierarchies, by controller; version 2 by the empty name. */
  private final Map<String, Hierarchy> hierarchies = new HashMap<>();

  /**
   * The group of this process in one hierarchy.
   *
   * @param version 1 or 2
   * @param mount where the hierarchy is mounted, relative to the tree's root
   * @param path the group below it, empty for the root of what is mounted
   */
  record Hierarchy(int version, String mount, String path) {

    /** Folders of the group and all above it, each ending in a slash. */
    List<String> fromLeafToRoot() {
      List<String> folders = new ArrayList<>();
      for (String at = path; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
        folders.add(mount + at + "/");
      }
      folders.add(mount + "/");
      return folders;
    }
  }

  private CgroupPaths() {}

  static CgroupPaths parse(SystemTree tree) {
    CgroupPaths paths = new CgroupPaths();
    List<String> mounts = tree.lines("proc/self/mountinfo");
    for (String line : tree.lines("proc/self/cgroup")) {
      String[] group = line.split(":", 3);
      if (group.length == 3) {
        for (String controller : group[1].split(",", -1)) {
          paths.add(controller, group[2], mounts);
        }
      }
    }
    return paths;
  }

  /** Where {@code controller} is: in a version 1 hierarchy of its own, or in the unified one. */
  @Nullable Hierarchy of(String controller) {
    Hierarchy own = hierarchies.get(controller);
    return own == null ? hierarchies.get(UNIFIED) : own;
  }

  private void add(String controller, String path, List<String> mounts) {
    for (String line : mounts) {
      Matcher mount = MOUNT.matcher(line);
      if (mount.matches() && carries(mount, controller)) {
        int version = mount.group(3).equals("cgroup2") ? 2 : 1;
        String below = below(mount.group(1), path);
        hierarchies.putIfAbsent(
            controller, new Hierarchy(version, mount.group(2).substring(1), below));
      }
    }
  }

  private static boolean carries(Matcher mount, String controller) {
    return controller.equals(UNIFIED)
        ? mount.group(3).equals("cgroup2")
        : mount.group(3).equals("cgroup")
            && Arrays.asList(mount.group(4).split(",", -1)).contains(controller);
  }

  // A container may see its own group as the root, or the host's path of which only a part is
  // mounted: what is above the mount's root cannot be seen from here.
  private static String below(String root, String path) {
    if (path.equals("/") || path.contains("..") || path.equals(root)) {
      return "";
    }
    if (root.equals("/")) {
      return path;
    }
    return path.startsWith(root + "/") ? path.substring(root.length()) : "";
  }
}
