package org.switchlab.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.switchlab.sample.Rounds.Alone;
import org.switchlab.sample.Rounds.Pair;

class RoundsTest {

  private static final Rounds.Counts COUNTS = new Rounds.Counts(42, 41, 2, true);

  private static Slot slot(List<Alone> parent, List<Alone> peer, List<Pair> pair) {
    return new Rounds(parent, peer, pair).slot(3, 2, COUNTS);
  }

  /** Of 20 rounds the three that took longest are left out, wherever they stood. */
  @Test
  void theTypicalPartLeavesOutTheUpperRoundsAndTheMeanDoesNot() {
    List<Alone> parent =
        IntStream.range(0, 20)
            .mapToObj(i -> i % 7 == 0 ? new Alone(10_000, 30_000) : new Alone(100, 300))
            .toList();
    List<Alone> peer = Collections.nCopies(20, new Alone(200, 500));
    List<Pair> pair = Collections.nCopies(20, new Pair(900, 1_100, 310, 530));
    Slot slot = slot(parent, peer, pair);
    assertThat(slot.messageNs()).isEqualTo(150);
    assertThat(slot.messageMeanNs()).isEqualTo((100 * 17 + 10_000 * 3) / 20. / 2 + 100);
    assertThat(slot.walkAloneNs()).isEqualTo(400);
    assertThat(slot.legNs()).isEqualTo(1_000);
    assertThat(slot.walkBetweenNs()).isEqualTo(420);
    assertThat(slot.rounds()).isEqualTo(20);
    assertThat(slot)
        .extracting(Slot::index, Slot::groups, Slot::switchesExpected, Slot::switchesCounted)
        .containsExactly(3, 2L, 42L, 43L);
    assertThat(slot.migrated()).isTrue();
  }

  /** Both legs of a round are one value: what lengthens one at the other's expense is nothing. */
  @Test
  void legsAreTrimmedByRoundAndWalksBySide() {
    List<Alone> alone = Collections.nCopies(20, new Alone(100, 300));
    List<Pair> pair =
        IntStream.range(0, 20)
            .mapToObj(i -> i < 10 ? new Pair(500, 1_500, 300, 900) : new Pair(1_500, 500, 300, 700))
            .toList();
    Slot slot = slot(alone, alone, pair);
    assertThat(slot.legNs()).isEqualTo(1_000);
    assertThat(slot.walkBetweenNs()).isEqualTo((300 + (10 * 700 + 7 * 900) / 17.) / 2);
    assertThat(slot.walkBetweenMeanNs()).isEqualTo(550);
  }

  /** Of six rounds nine tenths of the longest one are left out, as of sixty the nine longest. */
  @Test
  void aRoundOnTheBorderCountsInPart() {
    List<Alone> alone = Collections.nCopies(6, new Alone(100, 300));
    List<Pair> pair = IntStream.range(0, 6).mapToObj(i -> new Pair(i * 10, i * 10, -i, i)).toList();
    Slot slot = slot(alone, alone, pair);
    assertThat(slot.legMeanNs()).isEqualTo(25);
    assertThat(slot.legNs()).isCloseTo((0 + 10 + 20 + 30 + 40 + 0.1 * 50) / 5.1, within(1e-9));
    assertThat(slot.walkBetweenNs()).isCloseTo((10.5 / 5.1 - 15 / 5.1) / 2, within(1e-9));
  }

  @Test
  void flowsOfDifferentLengthAreNoSlot() {
    List<Alone> one = List.of(new Alone(1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rounds(one, List.of(), List.of(new Pair(1, 1, 1, 1))))
        .withMessageStartingWith("1 rounds of the parent, 0 of the peer and 1 of both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rounds(List.of(), List.of(), List.of()));
  }
}
