package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Setting;
import org.switchlab.sample.Observation;
import org.switchlab.sample.Slot;
import org.switchlab.table.Column;
import org.switchlab.table.Unit;

/** The published machine has 32 KiB of L1d and 256 KiB of L2. */
class SlotSharesTest {

  private static final Machine MACHINE = Machine.published();
  private static final Setting SMALL = at(4 << 10);
  private static final Setting MIDDLE = at(128 << 10);
  private static final Setting LARGE = at(512 << 10);

  private static Setting at(long arrayBytes) {
    return Setting.of("arrayBytes", arrayBytes, "strideBytes", 64);
  }

  private static Plan plan(long budgetMs, List<Setting> settings) {
    return new Plan(
        "test",
        "A test",
        "",
        List.of(
            Column.whole("arrayBytes", Unit.BYTES, "array"),
            Column.whole("strideBytes", Unit.BYTES, "stride")),
        Slot.MEASURES,
        settings,
        Map.of(),
        Efforts.usual().withBudgetMs(budgetMs),
        0,
        5);
  }

  private static List<Setting> grid() {
    return Grid.points(
            "pipe-pair",
            Grid.sizesBytes(MACHINE.cacheBytes(1), MACHINE.cacheBytes(2)),
            Grid.PAPER_STRIDES_BYTES)
        .stream()
        .map(Point::setting)
        .toList();
  }

  private static int sum(SlotShares shares, List<Setting> settings) {
    return settings.stream().mapToInt(shares::of).sum();
  }

  @Test
  void largeArraysGetMoreFromTheStart() {
    SlotShares shares = SlotShares.of(plan(60_000, List.of(SMALL, MIDDLE, LARGE)), MACHINE);
    assertThat(shares.of(MIDDLE)).isEqualTo(3 * shares.of(SMALL));
    assertThat(shares.of(LARGE)).isEqualTo(10 * shares.of(SMALL));
  }

  /** A slot takes 7 ms or a little more, and so does starting a process. */
  @Test
  void aWholeFigureHasTimeForTwentyPassesInAMinute() {
    List<Setting> grid = grid();
    SlotShares shares = SlotShares.of(plan(60_000, grid), MACHINE);
    double passMs = 8.5 * sum(shares, grid) + 8 * grid.size();
    assertThat(60_000 / passMs).isBetween(20., 30.);
  }

  @Test
  void withLittleTimeEverySettingHasItsSlot() {
    List<Setting> grid = grid();
    SlotShares shares = SlotShares.of(plan(1_000, grid), MACHINE);
    assertThat(grid).allSatisfy(setting -> assertThat(shares.of(setting)).isOne());
  }

  @Test
  void aSingleSettingHasManyShortPassesInsteadOfFewLongOnes() {
    Setting direct = Setting.of();
    assertThat(SlotShares.of(plan(20_000, List.of(direct)), MACHINE).of(direct)).isEqualTo(4);
  }

  @Test
  void whatScattersMoreGetsMoreAndAPassStaysAsLongAsItWas() {
    List<Setting> sizes = Stream.of(64, 80, 96, 112, 128).map(kib -> at(kib << 10)).toList();
    Plan plan = plan(4_000, sizes);
    SlotShares shares = SlotShares.of(plan, MACHINE);
    int before = sum(shares, sizes);
    shares.renew(seen(sizes, 10, 10, 10, 10, 10), Set.of());
    int equal = shares.of(sizes.get(4));
    shares.renew(seen(sizes, 10, 10, 10, 10, 60), Set.of());
    assertThat(shares.of(sizes.get(4))).isGreaterThan(equal);
    assertThat(shares.of(sizes.get(4))).isGreaterThan(shares.of(sizes.get(1)));
    assertThat(sum(shares, sizes)).isCloseTo(before, within(2));
  }

  @Test
  void noneGetsMoreThanThreeTimesOrLessThanAThirdOfItsStart() {
    List<Setting> sizes = List.of(MIDDLE, LARGE);
    SlotShares shares = SlotShares.of(plan(60_000, sizes), MACHINE);
    int middle = shares.of(MIDDLE);
    int large = shares.of(LARGE);
    shares.renew(seen(sizes, 500, 0.01), Set.of());
    assertThat(shares.of(MIDDLE)).isBetween(middle + 1, 3 * middle);
    assertThat(shares.of(LARGE)).isBetween((large + 2) / 3, large);
    shares.renew(seen(sizes, 0.01, 500), Set.of());
    assertThat(shares.of(MIDDLE)).isEqualTo(Math.round(middle / 3.));
  }

  @Test
  void whatAnOpenVerdictNeedsGetsTwiceTheTime() {
    List<Setting> sizes = Stream.of(100, 104, 108, 112).map(kib -> at(kib << 10)).toList();
    SlotShares shares = SlotShares.of(plan(60_000, sizes), MACHINE);
    shares.renew(seen(sizes, 10, 10, 10, 10), Set.of(sizes.get(0), sizes.get(1)));
    assertThat((double) shares.of(sizes.get(0)) / shares.of(sizes.get(3))).isBetween(1.4, 2.8);
  }

  @Test
  void tooFewSlotsChangeNothing() {
    List<Setting> sizes = List.of(SMALL, LARGE);
    SlotShares shares = SlotShares.of(plan(60_000, sizes), MACHINE);
    int before = shares.of(LARGE);
    shares.renew(seen(sizes, 500, 10).subList(0, 2), Set.of());
    assertThat(shares.of(LARGE)).isEqualTo(before);
  }

  /** Forty slots of each setting, which scatter so much, in ns. */
  private static List<Observation> seen(List<Setting> settings, double... scatterNs) {
    Random random = new Random(3);
    List<Observation> seen = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      for (int s = 0; s < settings.size(); s++) {
        double legNs = 2_000 + scatterNs[s] * random.nextGaussian();
        seen.add(slot(i, legNs).observation(settings.get(s), i, 1));
      }
    }
    return seen;
  }

  private static Slot slot(int index, double legNs) {
    return new Slot(index, 4, 400, 500, 500, legNs, legNs, 100, 100, 150, 150, 800, 800, 0, false);
  }
}
