package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

  @TempDir Path root;

  private Machine xeon(String release, String flags, String cacheSize) throws IOException {
    put("proc/cpuinfo", "vendor_id : GenuineIntel\ncpu family : 6\nmodel : 86\nflags : " + flags);
    put("proc/sys/kernel/osrelease", release);
    put("sys/devices/system/cpu/cpu0/cache/index0/level", "1");
    put("sys/devices/system/cpu/cpu0/cache/index0/type", "Data");
    put("sys/devices/system/cpu/cpu0/cache/index0/size", cacheSize);
    return Machine.read(root);
  }

  private void put(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  @Test
  void hardwareAndHypervisorDecideNotTheKernel() throws IOException {
    String here = xeon("6.1", "fpu", "32K").identity();
    assertThat(xeon("6.18", "fpu pcid", "32K").identity()).isEqualTo(here);
    assertThat(xeon("6.1", "fpu hypervisor", "32K").identity()).isNotEqualTo(here);
    assertThat(xeon("6.1", "fpu", "48K").identity()).isNotEqualTo(here);
  }

  @Test
  void differentMachinesDiffer() {
    Set<String> identities = new HashSet<>();
    Fixtures.ALL.forEach(name -> identities.add(Fixtures.machine(name).identity()));
    assertThat(identities).hasSameSizeAs(Fixtures.ALL);
  }
}
