package org.switchlab.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchlab.plan.Setting;
import org.switchlab.table.Column;

class SlotTest {

  private static final Setting SETTING = Setting.of("arrayBytes", 4096L, "strideBytes", 64L);
  private static final Slot SLOT =
      new Slot(
          4, 10, 1_000, 500, 510, 2_300, 2_450, 900, 915, 1_000, 1_035, 2_020, 2_019, 2, false);

  private static Slot counting(long voluntary, long involuntary, boolean migrated) {
    return new Slot(0, 1, 1_000, 0, 0, 0, 0, 0, 0, 0, 0, 2_000, voluntary, involuntary, migrated);
  }

  @Test
  void theCostIsWhatLegAndWalkHaveBeyondThoseAlone() {
    assertThat(SLOT.directNs()).isEqualTo(1_800);
    assertThat(SLOT.indirectNs()).isEqualTo(100);
    assertThat(SLOT.costNs()).isEqualTo(1_900);
    assertThat(SLOT.meanCostNs()).isCloseTo(2_060, within(1e-9));
    assertThat(SLOT.roundTripNs()).isEqualTo(6_600);
    assertThat(SLOT.singleNs()).isEqualTo(1_400);
  }

  /** A pair's round trip is two singles and two switches, however it is added up. */
  @Test
  void thePapersFormulaAnswersTheSame() {
    assertThat(SLOT.roundTripNs() / 2 - SLOT.singleNs()).isEqualTo(SLOT.costNs());
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 0, false, true",
    "1000, 1000, false, true",
    "1980, 0, false, true",
    "1979, 0, false, false",
    "2000, 100, false, true",
    "2000, 101, false, false",
    "2000, 0, true, false"
  })
  void tooFewSwitchesOrTooManyStrangersSpoilIt(
      long voluntary, long involuntary, boolean migrated, boolean holds) {
    assertThat(counting(voluntary, involuntary, migrated).denominatorHolds()).isEqualTo(holds);
  }

  @Test
  void anObservationTellsTheWholeSlot() {
    Observation observation = SLOT.observation(SETTING, 7, 42);
    assertThat(observation.process()).isEqualTo(7);
    assertThat(observation.repetition()).isEqualTo(4);
    assertThat(observation.seen().whole("seed")).isEqualTo(42);
    assertThat(Slot.of(observation)).isEqualTo(SLOT);
    assertThat(observation.seen().values().keySet())
        .containsExactlyInAnyOrderElementsOf(Slot.MEASURES.stream().map(Column::name).toList());
  }

  @Test
  void slotsAndBatchesAreTakenForWhatTheyAre() {
    var batch = new Batch(Variant.SINGLE, 10, 100, 1, 1, 0, 0, 0, false);
    var other = new Batch(Variant.PAIR, 10, 100, 1, 1, 20, 20, 0, false);
    List<Observation> couple = new Couple(0, false, batch, other).observations(SETTING, 0, 1);
    Observation slot = SLOT.observation(SETTING, 0, 1);
    assertThat(couple).noneMatch(Slot::isIn);
    assertThat(Slot.isIn(slot)).isTrue();
    assertThat(ProcessSample.of(List.of(slot))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Slot.of(couple.getFirst()));
  }
}
