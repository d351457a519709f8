package org.switchlab.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CPU quota, cpuset and throttling of this process, in cgroup v1 and v2. Source: Linux
 * Documentation/admin-guide/cgroup-v2.rst, cgroup-v1/cpusets.rst and scheduler/sched-bwc.rst.
 */
final class CgroupParser {

  private final SystemTree tree;

  private CgroupParser(SystemTree tree) {
    this.tree = tree;
  }

  static Cgroup parse(SystemTree tree) {
    return new CgroupParser(tree).parse();
  }

  private Cgroup parse() {
    CgroupPaths paths = CgroupPaths.parse(tree);
    CgroupPaths.Hierarchy cpu = paths.of("cpu");
    if (cpu == null) {
      return new Cgroup(null, null, null, null, cpuset(paths), null, null, null);
    }
    Quota tightest =
        cpu.fromLeafToRoot().stream()
            .flatMap(folder -> Stream.ofNullable(quota(folder, cpu.version())))
            .min(Comparator.comparingDouble(Quota::cpus))
            .orElse(null);
    // The group with the quota is the one that is throttled; its children do not show it.
    String counted = tightest == null ? cpu.fromLeafToRoot().getFirst() : tightest.folder();
    String stat = counted + "cpu.stat";
    return new Cgroup(
        cpu.version(),
        tightest == null ? null : tightest.quotaUs(),
        tightest == null ? null : tightest.periodUs(),
        tightest == null ? null : "/" + tightest.file(),
        cpuset(paths),
        Numbers.parse(tree.afterPrefix(stat, "nr_periods ")),
        Numbers.parse(tree.afterPrefix(stat, "nr_throttled ")),
        throttledNs(stat));
  }

  private record Quota(String folder, String file, long quotaUs, long periodUs) {
    double cpus() {
      return (double) quotaUs / periodUs;
    }
  }

  private @Nullable Quota quota(String folder, int version) {
    String file = folder + (version == 2 ? "cpu.max" : "cpu.cfs_quota_us");
    String text = tree.text(file);
    if (text == null) {
      return null;
    }
    String[] max = text.split("\\s+", -1);
    Long quotaUs = Numbers.parse(max[0]);
    Long periodUs =
        version == 2
            ? max.length == 2 ? Numbers.parse(max[1]) : null
            : tree.number(folder + "cpu.cfs_period_us");
    // "max" (v2) and -1 (v1) mean no limit.
    return quotaUs == null || quotaUs <= 0 || periodUs == null || periodUs <= 0
        ? null
        : new Quota(folder, file, quotaUs, periodUs);
  }

  private @Nullable Long throttledNs(String stat) {
    Long ns = Numbers.parse(tree.afterPrefix(stat, "throttled_time "));
    Long us = Numbers.parse(tree.afterPrefix(stat, "throttled_usec "));
    return ns != null ? ns : us == null ? null : us * 1000;
  }

  private List<Integer> cpuset(CgroupPaths paths) {
    CgroupPaths.Hierarchy cpuset = paths.of("cpuset");
    List<String> files = new ArrayList<>();
    for (String folder : cpuset == null ? List.<String>of() : cpuset.fromLeafToRoot()) {
      files.add(folder + "cpuset.cpus.effective");
      files.add(folder + "cpuset.effective_cpus");
    }
    return files.stream()
        .map(file -> CpuList.parse(tree.text(file)))
        .filter(cpus -> !cpus.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
