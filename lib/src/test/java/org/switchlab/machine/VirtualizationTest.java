package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** What firmware says of an Arm machine, which has no flag for guests: systemd #23116. */
class VirtualizationTest {

  @TempDir private Path root;

  private Machine arm(String vendor, String product) throws IOException {
    write("proc/cpuinfo", "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\n");
    write("sys/class/dmi/id/sys_vendor", vendor);
    write("sys/class/dmi/id/product_name", product);
    return Machine.read(root);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Hetzner, vServer",
    "DigitalOcean, Droplet",
    "Alibaba Cloud, Alibaba Cloud ECS",
    "OpenStack Foundation, OpenStack Nova",
    "Akamai, Linode",
    "Parallels International GmbH., Parallels ARM Virtual Machine"
  })
  void knownMakersOfGuestsMakeGuests(String vendor, String product) throws Exception {
    Machine machine = arm(vendor, product);
    assertThat(machine.virtualization().guest()).isTrue();
    assertThat(machine.problems()).extracting(Warning::code).contains(WarningCode.VIRTUAL_MACHINE);
  }

  @Test
  void anUnknownNameIsNotHardware() throws Exception {
    Machine machine = arm("Some Cloud", "c7.large");
    assertThat(machine.virtualization().hypervisor()).isNull();
    assertThat(machine.headline()).doesNotContain("bare metal");
    assertThat(machine.problems())
        .filteredOn(warning -> warning.code() == WarningCode.VIRTUAL_MACHINE)
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains("cannot be read"));
  }

  @Test
  void boardsAndMetalAreHardware() throws Exception {
    assertThat(arm("Amazon EC2", "c7g.metal").virtualization().hypervisor())
        .isEqualTo(Virtualization.NONE);
    write("proc/device-tree/model", "Raspberry Pi 5 Model B");
    assertThat(arm("", "").virtualization().hypervisor()).isEqualTo(Virtualization.NONE);
    write("proc/device-tree/compatible", "linux,dummy-virt");
    assertThat(arm("", "").virtualization().hypervisor()).isNull();
  }
}
