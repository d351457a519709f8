package org.switchlab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.switchlab.claim.Curves.QUIET;
import static org.switchlab.claim.Curves.geometry;
import static org.switchlab.claim.Curves.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.SeenCaches;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Cache;
import org.switchlab.machine.Cpu;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Origin;
import org.switchlab.machine.Virtualization;
import org.switchlab.plan.Point;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Caches that a hypervisor invents (WSL #6964, ddcpuid #30). */
class DoubtedCachesTest {

  private static final double MESSAGE_NS = 500;

  private static Machine guest(String model, long l2Kib, int ways, String hypervisor) {
    Machine base = Machine.published();
    return new Machine(
        new Cpu("AuthenticAMD", model, 25, 1, "1", null, null, true),
        base.topology(),
        List.of(cache(1, 32, 8), cache(2, l2Kib, ways), cache(3, 16 << 10, 16)),
        base.tlbs(),
        base.memory(),
        base.kernel(),
        base.frequency(),
        new Virtualization(hypervisor, null, null, null),
        base.cgroup(),
        base.rights(),
        base.load(),
        List.of());
  }

  private static Cache cache(int level, long kib, int ways) {
    Cache.Type type = level == 1 ? Cache.Type.DATA : Cache.Type.UNIFIED;
    return new Cache(level, type, kib << 10, ways, 64, null, List.of(), Origin.READ);
  }

  /** Single flows whose walk takes so long per access. */
  private static List<CostEstimate> walks(LongToDoubleFunction nsPerAccess) {
    List<CostEstimate> all = new ArrayList<>();
    all.add(single(Point.direct("pipe-pair"), MESSAGE_NS));
    for (long bytes = 4 << 10; bytes <= 16 << 20; bytes *= 2) {
      double walkNs = nsPerAccess.applyAsDouble(bytes) * bytes / 64;
      all.add(single(new Point("pipe-pair", bytes, 64), MESSAGE_NS + walkNs));
    }
    return all;
  }

  private static CostEstimate single(Point point, double singleNs) {
    return new CostEstimate(
        point.setting(),
        null,
        null,
        null,
        null,
        singleNs,
        null,
        List.of(),
        0,
        0,
        0,
        0,
        Stop.BUDGET);
  }

  private static final LongToDoubleFunction L2_OF_512_KIB = b -> b <= 512 << 10 ? 1 : 4;

  @ParameterizedTest
  @CsvSource({
    "QEMU Virtual CPU version 2.5+, 512, 8, KVM",
    "AMD EPYC Processor, 4096, 16, KVM",
    "AMD EPYC Processor, 4096, 16,",
  })
  void whatQemuTellsIsDoubted(String model, long l2Kib, int ways, String hypervisor) {
    assertThat(guest(model, l2Kib, ways, hypervisor).problems())
        .extracting(Warning::code)
        .contains(WarningCode.CACHES_DOUBTED);
  }

  @ParameterizedTest
  @CsvSource({"AMD EPYC 9R14, 1024, 8, KVM", "Some CPU, 4096, 16, none"})
  void whatAProcessorHasIsNot(String model, long l2Kib, int ways, String hypervisor) {
    assertThat(guest(model, l2Kib, ways, hypervisor).cacheDoubt()).isEmpty();
  }

  @Test
  void reportedAndSeenAreBothShown() {
    Machine machine = guest("AMD EPYC Processor", 4 << 10, 16, "KVM");
    assertThat(SeenCaches.againstL2(machine, walks(L2_OF_512_KIB)).orElseThrow())
        .contains("Reported: L2 4 MiB", "from 512 KiB to 1 MiB");
    assertThat(SeenCaches.againstL2(machine, walks(_ -> 1)).orElseThrow())
        .contains("Reported: L2 4 MiB", "no array size");
  }

  @Test
  void aDoubtedSizeThatTheWalkShowsIsTaken() {
    Machine machine = guest("AMD EPYC Processor", 4 << 10, 16, "KVM");
    assertThat(SeenCaches.againstL2(machine, walks(b -> b <= 4 << 20 ? 1 : 4))).isEmpty();
  }

  @Test
  void aWalkRaisesNoDoubtByItself() {
    Machine machine = guest("AMD EPYC 9R14", 1 << 10, 8, "KVM");
    assertThat(SeenCaches.againstL2(machine, walks(L2_OF_512_KIB))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CS-5", "CS-6"})
  void claimsAtADoubtedSizeStayOpenAndSayWhy(String id) {
    Evidence.Geometry doubted = geometry(32 << 10, 256 << 10).doubtingL2("Reported: L2 256 KiB");
    Verdict verdict = judge(id, new Evidence(Curves.published(QUIET), doubted, "measured"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.why()).contains("Reported: L2 256 KiB");
    Verdict other = judge("CS-3", new Evidence(Curves.published(QUIET), doubted, "measured"));
    assertThat(other.outcome()).isEqualTo(Outcome.CONFIRMED);
  }
}
