package org.switchlab.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;
import org.switchlab.table.RowsCsv;

class SlotRoundsTest {

  private static final List<Column> FACTORS = List.of(Column.count("size", "size"));

  private static SlotRounds kept(int size, int pass, int slot, int rounds) {
    List<Rounds.Alone> alone =
        Stream.iterate(1, i -> i <= rounds, i -> i + 1)
            .map(i -> new Rounds.Alone(i + 0.5, slot))
            .toList();
    List<Rounds.Pair> pair =
        Stream.iterate(1, i -> i <= rounds, i -> i + 1)
            .map(i -> new Rounds.Pair(i, -i, pass, slot + 0.1))
            .toList();
    return new SlotRounds(Setting.of("size", size), pass, slot, new Rounds(alone, alone, pair));
  }

  @Test
  void whatIsReadEqualsWhatWasWrittenSlotBySlot() {
    List<SlotRounds> all = List.of(kept(1, 0, 0, 3), kept(1, 0, 1, 2), kept(2, 0, 0, 1));
    List<Column> columns = SlotRounds.columns(FACTORS);
    StringBuilder text = new StringBuilder(RowsCsv.header(columns));
    all.forEach(slot -> text.append(RowsCsv.lines(columns, slot.rows())));
    assertThat(text.toString().lines()).hasSize(1 + 3 * (3 + 2 + 1));
    assertThat(SlotRounds.of(RowsCsv.read(columns, text.toString(), r -> r), List.of("size")))
        .isEqualTo(all);
  }
}
