package org.switchlab.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchlab.emulator.CacheGeometry.Replacement;
import org.switchlab.table.RowsJson;

class AlternativeTest {

  @Test
  void everyMachineIsReadBack() {
    List<Alternative> machines = new ArrayList<>();
    for (Geometry preset : Presets.all()) {
      machines.add(new Alternative("preset", preset));
      machines.add(Alternative.doubleTlb(preset));
      machines.add(Alternative.hugePages(preset));
      machines.add(Alternative.flushAtSwitch(preset));
    }
    Geometry paper = Presets.paper();
    machines.add(
        new Alternative(
            "odd",
            paper
                .change()
                .l1d(CacheGeometry.infinite(64))
                .l2(new CacheGeometry(256 << 10, 8, 64, Replacement.TREE_PLRU))
                .l3(null)
                .dtlb(TlbGeometry.infinite())
                .stlb(null)
                .build()));
    assertThat(Alternative.read(RowsJson.read(RowsJson.whole(Alternative.table(machines)))))
        .isEqualTo(machines);
  }
}
