package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;

/** The shipped geometries. */
class PresetsTest {

  @Test
  void thePaperMachineIsThatOfItsTableI() {
    Geometry paper = Presets.paper();
    Machine published = Machine.published();
    assertThat(paper.l1d().sizeBytes()).isEqualTo(published.cacheBytes(1).orElseThrow());
    assertThat(paper.l2()).isNotNull();
    assertThat(paper.l2().sizeBytes()).isEqualTo(published.cacheBytes(2).orElseThrow());
    assertThat(paper.dtlb().entries()).isEqualTo(published.tlbs().getFirst().entries());
    assertThat(paper.dtlb().ways()).isEqualTo(published.tlbs().getFirst().ways());
  }

  @Test
  void thereAreAtLeastADozenMoreEachWithItsSource() {
    assertThat(Presets.all()).hasSizeGreaterThanOrEqualTo(13).doesNotHaveDuplicates();
    assertThat(Presets.all().getFirst()).isEqualTo(Presets.paper());
    assertThat(new HashSet<>(Presets.all().stream().map(Geometry::name).toList()))
        .hasSameSizeAs(Presets.all());
    assertThat(Presets.all())
        .allSatisfy(geometry -> assertThat(geometry.notes()).hasSize(2).noneMatch(String::isBlank));
  }

  @Test
  void presetsAreFoundInAnyCase() {
    assertThat(Presets.named(" Ryzen-5-3600 ").l3()).isEqualTo(CacheGeometry.parse("16M,16,64"));
  }

  @Test
  void anUnknownPresetIsRefusedWithThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Presets.named("pentium"))
        .withMessageContaining("there is no preset 'pentium'")
        .withMessageContaining("xeon-d-1541, core-i7-4770");
  }
}
