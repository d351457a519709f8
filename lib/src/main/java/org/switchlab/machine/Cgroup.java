package org.switchlab.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the control groups of this process limit. The tightest quota on the way from its group to
 * the root is the one that counts. Source: Linux Documentation/admin-guide/cgroup-v2.rst,
 * cgroup-v1/cpusets.rst and scheduler/sched-bwc.rst.
 *
 * @param version 1 or 2: the hierarchy that carries the CPU controller; absent if none does
 * @param quotaUs CPU time allowed a period, in µs; absent if unlimited or unknown
 * @param periodUs the period of the quota, in µs
 * @param quotaFile the file that holds the quota
 * @param cpuset CPUs the group may use; empty if unknown
 * @param periods periods in which the group ran
 * @param throttledPeriods periods in which it was stopped because the quota was used up
 * @param throttledNs how long it was stopped altogether, in ns
 */
public record Cgroup(
    @Nullable Integer version,
    @Nullable Long quotaUs,
    @Nullable Long periodUs,
    @Nullable String quotaFile,
    List<Integer> cpuset,
    @Nullable Long periods,
    @Nullable Long throttledPeriods,
    @Nullable Long throttledNs) {

  /** Root and mount point, then after the dash the file system type and its options. */
  private static final Pattern MOUNT =
      Pattern.compile("\\S+ \\S+ \\S+ (\\S+) (\\S+) .*- (cgroup2?) \\S+ (\\S+)");

  /** Keeps an immutable copy. */
  public Cgroup {
    cpuset = List.copyOf(cpuset);
  }

  /** How many CPUs' worth of time the quota allows; absent if unlimited or unknown. */
  public @Nullable Double quotaCpus() {
    return quotaUs == null || periodUs == null ? null : (double) quotaUs / periodUs;
  }

  static Cgroup read(SystemTree tree) {
    List<Integer> cpuset = cpuset(tree);
    Group cpu = group("cpu", tree).orElse(null);
    if (cpu == null) {
      return new Cgroup(null, null, null, null, cpuset, null, null, null);
    }
    Optional<Quota> tightest =
        cpu.folders().stream()
            .flatMap(folder -> quota(tree, folder, cpu.version()))
            .min(Comparator.comparingDouble(quota -> (double) quota.quotaUs() / quota.periodUs()));
    // The group with the quota is the one that is throttled; its children do not show it.
    String stat = tightest.map(Quota::folder).orElse(cpu.folders().getFirst()) + "cpu.stat";
    return new Cgroup(
        cpu.version(),
        tightest.map(Quota::quotaUs).orElse(null),
        tightest.map(Quota::periodUs).orElse(null),
        tightest.map(Quota::file).orElse(null),
        cpuset,
        Numbers.parse(tree.afterPrefix(stat, "nr_periods ")),
        Numbers.parse(tree.afterPrefix(stat, "nr_throttled ")),
        throttledNs(tree, stat));
  }

  private record Quota(String folder, String file, long quotaUs, long periodUs) {}

  private static Stream<Quota> quota(SystemTree tree, String folder, int version) {
    String file = folder + (version == 2 ? "cpu.max" : "cpu.cfs_quota_us");
    String[] max = tree.textOrEmpty(file).split("\\s+", -1);
    Long quotaUs = Numbers.parse(max[0]);
    Long periodUs =
        version == 2
            ? Numbers.parse(max.length == 2 ? max[1] : null)
            : tree.number(folder + "cpu.cfs_period_us");
    // "max" (v2) and -1 (v1) mean no limit.
    return quotaUs == null || quotaUs <= 0 || periodUs == null || periodUs <= 0
        ? Stream.empty()
        : Stream.of(new Quota(folder, file, quotaUs, periodUs));
  }

  private static @Nullable Long throttledNs(SystemTree tree, String stat) {
    Long ns = Numbers.parse(tree.afterPrefix(stat, "throttled_time "));
    Long us = Numbers.parse(tree.afterPrefix(stat, "throttled_usec "));
    return ns != null ? ns : us == null ? null : us * 1000;
  }

  private static List<Integer> cpuset(SystemTree tree) {
    return group("cpuset", tree).stream()
        .flatMap(group -> group.folders().stream())
        .flatMap(
            folder -> Stream.of(folder + "cpuset.cpus.effective", folder + "cpuset.effective_cpus"))
        .map(tree::cpus)
        .filter(cpus -> !cpus.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The folders of a group and of all above it, each ending in a slash. */
  private record Group(int version, List<String> folders) {}

  // Of the controller's own hierarchy (version 1), or else of the unified one, which names none.
  // The group stands in cgroup, what of it is visible here in mountinfo: cgroups(7).
  private static Optional<Group> group(String controller, SystemTree tree) {
    return Stream.of(controller, "").flatMap(name -> groups(name, tree)).findFirst();
  }

  private static Stream<Group> groups(String controller, SystemTree tree) {
    List<Matcher> mounts =
        tree.textOrEmpty("/proc/self/mountinfo")
            .lines()
            .map(MOUNT::matcher)
            .filter(mount -> mount.matches() && carries(mount, controller))
            .toList();
    return tree.textOrEmpty("/proc/self/cgroup")
        .lines()
        .map(line -> line.split(":", 3))
        .filter(group -> group.length == 3 && lists(group[1], controller))
        .flatMap(group -> mounts.stream().map(mount -> group(mount, group[2])));
  }

  private static boolean carries(Matcher mount, String controller) {
    return controller.isEmpty()
        ? mount.group(3).equals("cgroup2")
        : mount.group(3).equals("cgroup") && lists(mount.group(4), controller);
  }

  private static boolean lists(String names, String name) {
    return List.of(names.split(",", -1)).contains(name);
  }

  private static Group group(Matcher mount, String path) {
    List<String> folders = new ArrayList<>();
    String visible = visible(mount.group(1), path);
    for (String at = visible; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      folders.add(mount.group(2) + at + "/");
    }
    folders.add(mount.group(2) + "/");
    return new Group(mount.group(3).equals("cgroup2") ? 2 : 1, folders);
  }

  // A container may see its own group as the root, or the host's path of which only a part is
  // mounted: what is above the mount's root cannot be seen from here.
  private static String visible(String root, String path) {
    String above = root.equals("/") ? "" : root;
    return path.length() > 1 && path.startsWith(above + "/") && !path.contains("..")
        ? path.substring(above.length())
        : "";
  }
}
