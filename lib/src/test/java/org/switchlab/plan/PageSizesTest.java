package org.switchlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.counter.CountedMachine;
import org.switchlab.experiment.PeakOrigin;
import org.switchlab.machine.Machine;
import org.switchlab.machine.Memory;
import org.switchlab.machine.Origin;
import org.switchlab.machine.Tlb;

/** Kernels of 4, 16 and 64 KiB pages: an arm64 kernel is built for one of them. */
class PageSizesTest {

  private static Machine of(long pageBytes) {
    Machine base = Machine.published();
    Tlb dtlb = new Tlb(1, Tlb.Type.DATA, List.of(4_096L, 16_384L, 65_536L), 48, null, Origin.KNOWN);
    return new Machine(
        base.cpu(),
        base.topology(),
        base.caches(),
        List.of(dtlb),
        new Memory(8L << 30, pageBytes, List.of(), "madvise"),
        base.kernel(),
        base.frequency(),
        base.virtualization(),
        base.cgroup(),
        base.rights(),
        base.load(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"4096, 192", "16384, 768", "65536, 3072"})
  void reachAndSettingsFollowTheKernelsPages(long pageBytes, long reachKib) {
    Machine machine = of(pageBytes);
    assertThat(CountedMachine.of(machine).dtlbReachBytes()).isEqualTo(reachKib << 10);
    assertThat(PeakOrigin.EXPERIMENT.setup().plan(machine).settings())
        .extracting(setting -> setting.whole("pageBytes"))
        .contains(pageBytes, Point.HUGE_PAGE_BYTES)
        .containsOnly(pageBytes, Point.HUGE_PAGE_BYTES);
    assertThat(new Point("pipe-pair", 1 << 16, 64, pageBytes).isHuge()).isFalse();
  }
}
