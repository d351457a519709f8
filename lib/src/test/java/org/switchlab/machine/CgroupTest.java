package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotas of nested groups, in both versions, seen from inside and outside containers. */
class CgroupTest {

  private static final String V1_CPU =
      "38 32 0:33 %s /sys/fs/cgroup/cpu,cpuacct rw shared:16 - cgroup cgroup rw,cpu,cpuacct\n";
  private static final String V2 = "28 24 0:25 / /sys/fs/cgroup rw shared:9 - cgroup2 cgroup2 rw\n";

  @TempDir Path root;

  @BeforeEach
  void noGroups() throws IOException {
    put("proc/self/cgroup", "");
  }

  private void put(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Cgroup parse() {
    return Cgroup.read(new SystemTree(root));
  }

  @Test
  void tightestQuotaOnTheWayUpCounts() throws IOException {
    put("proc/self/cgroup", "0::/machine/pod/box\n");
    put("proc/self/mountinfo", V2);
    put("sys/fs/cgroup/machine/pod/box/cpu.max", "400000 100000\n");
    put("sys/fs/cgroup/machine/pod/cpu.max", "50000 100000\n");
    put("sys/fs/cgroup/machine/pod/cpu.stat", "nr_periods 10\nnr_throttled 4\nthrottled_usec 7\n");
    put("sys/fs/cgroup/machine/cpu.max", "max 100000\n");
    Cgroup cgroup = parse();
    assertThat(cgroup.version()).isEqualTo(2);
    assertThat(cgroup.quotaCpus()).isEqualTo(0.5);
    assertThat(cgroup.quotaFile()).isEqualTo("/sys/fs/cgroup/machine/pod/cpu.max");
    assertThat(cgroup.throttledPeriods()).isEqualTo(4);
    assertThat(cgroup.throttledNs()).isEqualTo(7_000);
  }

  @Test
  void version1Quota() throws IOException {
    put("proc/self/cgroup", "3:cpu,cpuacct:/user.slice\n0::/user.slice\n");
    put("proc/self/mountinfo", V1_CPU.formatted("/"));
    put("sys/fs/cgroup/cpu,cpuacct/user.slice/cpu.cfs_quota_us", "25000\n");
    put("sys/fs/cgroup/cpu,cpuacct/user.slice/cpu.cfs_period_us", "50000\n");
    put("sys/fs/cgroup/cpu,cpuacct/user.slice/cpu.stat", "nr_throttled 1\nthrottled_time 99\n");
    Cgroup cgroup = parse();
    assertThat(cgroup.version()).isEqualTo(1);
    assertThat(cgroup.quotaCpus()).isEqualTo(0.5);
    assertThat(cgroup.throttledNs()).isEqualTo(99);
    assertThat(cgroup.periods()).isNull();
  }

  @Test
  void containerSeesOnlyItsPartOfTheHostsTree() throws IOException {
    put("proc/self/cgroup", "3:cpu,cpuacct:/docker/abc/inner\n");
    put("proc/self/mountinfo", V1_CPU.formatted("/docker/abc"));
    put("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "200000\n");
    put("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    put("sys/fs/cgroup/cpu,cpuacct/inner/cpu.cfs_quota_us", "-1\n");
    put("sys/fs/cgroup/cpu,cpuacct/inner/cpu.cfs_period_us", "100000\n");
    assertThat(parse().quotaCpus()).isEqualTo(2.0);
  }

  @Test
  void nothingMountedIsUnknown() throws IOException {
    put("proc/self/cgroup", "0::/user.slice\n");
    Cgroup cgroup = parse();
    assertThat(cgroup.version()).isNull();
    assertThat(cgroup.quotaCpus()).isNull();
    assertThat(cgroup.cpuset()).isEmpty();
  }
}
