package org.switchlab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Topology.CoreKind;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Each captured machine gives the facts that are in its files. */
class MachineFixturesTest {

  private static List<WarningCode> problems(Machine machine) {
    return machine.problems().stream().map(Warning::code).toList();
  }

  private static Cache cache(Machine machine, String name) {
    return machine.caches().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static Tlb tlb(Machine machine, String name, long pageBytes) {
    return machine.tlbs().stream()
        .filter(t -> t.name().equals(name) && t.pageBytes().contains(pageBytes))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void firecrackerGuest() {
    Machine machine = Fixtures.machine(Fixtures.FIRECRACKER);
    assertThat(machine.headline())
        .isEqualTo(
            "AMD EPYC (Zen 4), 2 CPUs, KVM guest, Linux 6.18, L1d 32 KiB, L2 1 MiB, L3 32 MiB");
    assertThat(machine.cpu())
        .isEqualTo(new Cpu("AuthenticAMD", "AMD EPYC", 25, 17, "1", "0x1000065", "Zen 4", true));
    assertThat(machine.virtualization().platform()).isEqualTo("Firecracker");
    assertThat(machine.allowedCpus()).containsExactly(0, 1);
    assertThat(machine.measuringCpu()).hasValue(1);
    assertThat(machine.cgroup().version()).isEqualTo(1);
    assertThat(machine.rights().realtimeRuntimeUs()).isEqualTo(950_000);
    assertThat(machine.rights().capabilities())
        .containsExactly("CAP_PERFMON", "CAP_SYS_ADMIN", "CAP_SYS_NICE");
    assertThat(machine.rights().hardwareCounters()).isEmpty();
    assertThat(problems(machine))
        .containsExactly(
            WarningCode.VIRTUAL_MACHINE,
            WarningCode.RT_THROTTLING,
            WarningCode.NO_HARDWARE_COUNTERS);
  }

  @Test
  void guestMadeFromContainerImageIsNoContainer() {
    Machine machine = Fixtures.machine(Fixtures.FIRECRACKER);
    assertThat(Fixtures.folder(Fixtures.FIRECRACKER).resolve(".dockerenv")).exists();
    assertThat(machine.virtualization().container()).isEqualTo(Virtualization.NONE);
    assertThat(machine.virtualization().contained()).isFalse();
  }

  @Test
  void processorOfThePaper() {
    Machine machine = Fixtures.machine(Fixtures.XEON);
    assertThat(machine.cpu().microarchitecture()).isEqualTo("Broadwell");
    assertThat(machine.cacheBytes(1)).hasValue(32 << 10);
    assertThat(machine.cacheBytes(2)).hasValue(256 << 10);
    assertThat(machine.cacheBytes(3)).hasValue(12 << 20);
    assertThat(cache(machine, "L2"))
        .isEqualTo(
            new Cache(2, Cache.Type.UNIFIED, 262_144, 8, 64, 512, List.of(7, 15), Origin.READ));
    assertThat(tlb(machine, "L1 dTLB", 4096))
        .isEqualTo(new Tlb(1, Tlb.Type.DATA, List.of(4096L), 64, 4, Origin.KNOWN));
    assertThat(machine.virtualization().hypervisor()).isEqualTo(Virtualization.NONE);
    assertThat(machine.topology().cores()).hasSize(8);
    assertThat(machine.topology().siblings(15)).containsExactly(7);
    assertThat(problems(machine))
        .containsExactly(
            WarningCode.SMT_SIBLING,
            WarningCode.GOVERNOR,
            WarningCode.TURBO,
            WarningCode.NO_FIFO,
            WarningCode.NO_PERF_EVENTS);
  }

  @Test
  void paperAgreesWithItsProcessor() {
    Machine paper = Machine.published();
    Machine processor = Fixtures.machine(Fixtures.XEON);
    assertThat(paper.cacheBytes(1)).isEqualTo(processor.cacheBytes(1));
    assertThat(paper.cacheBytes(2)).isEqualTo(processor.cacheBytes(2));
    assertThat(paper.cacheBytes(3)).isEmpty();
    assertThat(tlb(paper, "L1 dTLB", 4096).entries())
        .isEqualTo(tlb(processor, "L1 dTLB", 4096).entries());
  }

  @Test
  void bareMetalAmdAsRoot() {
    Machine machine = Fixtures.machine(Fixtures.RYZEN);
    assertThat(tlb(machine, "L2 dTLB", 4096))
        .isEqualTo(new Tlb(2, Tlb.Type.DATA, List.of(4096L), 3072, 12, Origin.CPUID));
    assertThat(tlb(machine, "L1 dTLB", 1 << 30).fullyAssociative()).isTrue();
    assertThat(machine.frequency().governor()).isEqualTo("powersave");
    assertThat(machine.frequency().turbo()).isTrue();
    assertThat(machine.frequency().maxMhz()).isEqualTo(5573.0);
    assertThat(machine.cgroup().version()).isEqualTo(2);
    assertThat(machine.cgroup().quotaCpus()).isNull();
    assertThat(machine.rights().hardwareCounters()).containsExactly("cpu");
    assertThat(machine.rights().kernelEvents()).isTrue();
    assertThat(problems(machine))
        .containsExactly(
            WarningCode.SMT_SIBLING,
            WarningCode.GOVERNOR,
            WarningCode.TURBO,
            WarningCode.RT_THROTTLING);
  }

  @Test
  void hybridIsMeasuredOnAPerformanceCore() {
    Machine machine = Fixtures.machine(Fixtures.HYBRID);
    assertThat(machine.topology().kinds())
        .extracting(CoreKind::name)
        .containsExactly("cpu_core", "cpu_atom");
    assertThat(machine.measuringCpu()).hasValue(11);
    assertThat(machine.cacheBytes(1)).hasValue(48 << 10);
    assertThat(machine.tlbs()).isEmpty();
    assertThat(machine.rights().fifo()).isTrue();
    assertThat(machine.rights().hardwareCounters()).containsExactly("cpu_atom", "cpu_core");
    assertThat(problems(machine))
        .containsExactly(WarningCode.SMT_SIBLING, WarningCode.RT_THROTTLING);
  }

  @Test
  void armGuest() {
    Machine machine = Fixtures.machine(Fixtures.ARM);
    assertThat(machine.cpuModel()).isEqualTo("Arm Neoverse N1");
    assertThat(machine.cpu().stepping()).isEqualTo("r3p1");
    assertThat(machine.cpu().taggedTlb()).isTrue();
    assertThat(machine.virtualization().hypervisor()).isEqualTo("KVM");
    assertThat(machine.cacheBytes(2)).hasValue(1 << 20);
    assertThat(machine.cacheBytes(3)).isEmpty();
    assertThat(machine.rights().hardwareCounters()).containsExactly("armv8_pmuv3_0");
    assertThat(machine.memory().hugePageBytes())
        .containsExactly(64L << 10, 2L << 20, 32L << 20, 1L << 30);
    assertThat(machine.kernel().mitigations()).containsEntry("spectre_v2", "Mitigation: CSV2, BHB");
  }

  @Test
  void containerWithQuota() {
    Machine machine = Fixtures.machine(Fixtures.CONTAINER);
    assertThat(machine.virtualization().container()).isEqualTo("docker");
    assertThat(machine.virtualization().hypervisor()).isEqualTo("Hyper-V");
    assertThat(machine.allowedCpus()).containsExactly(2, 3);
    assertThat(machine.measuringCpu()).hasValue(3);
    assertThat(machine.cgroup())
        .isEqualTo(
            new Cgroup(
                2,
                150_000L,
                100_000L,
                "/sys/fs/cgroup/cpu.max",
                List.of(2, 3),
                812L,
                37L,
                2_450_000_000L));
    assertThat(machine.rights().fifo()).isFalse();
    assertThat(problems(machine))
        .containsExactly(
            WarningCode.VIRTUAL_MACHINE,
            WarningCode.STEAL,
            WarningCode.SMT_SIBLING,
            WarningCode.CGROUP_QUOTA,
            WarningCode.NO_FIFO,
            WarningCode.NO_HARDWARE_COUNTERS,
            WarningCode.NO_PERF_EVENTS);
  }

  @Test
  void everyProblemSaysWhatItDoesAndWhatMendsIt() {
    for (String name : Fixtures.ALL) {
      assertThat(Fixtures.machine(name).problems())
          .allSatisfy(
              problem -> {
                assertThat(problem.message())
                    .hasSizeGreaterThan(40)
                    .doesNotContain("null", "%d", "%s");
                assertThat(problem.remedy()).isNotEmpty().doesNotContain("null");
              });
    }
  }
}
