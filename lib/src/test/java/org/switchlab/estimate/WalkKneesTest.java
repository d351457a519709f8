package org.switchlab.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchlab.estimate.WalkKnees.Knee;
import org.switchlab.estimate.WalkKnees.Walk;

/** Synthetic walks over powers of two, with noise. */
class WalkKneesTest {

  private static final int RUNS = 300;

  private static List<Walk> walks(LongToDoubleFunction ns, double noise, Random random) {
    List<Walk> walks = new ArrayList<>();
    for (long bytes = 4 << 10; bytes <= 8 << 20; bytes *= 2) {
      double factor = 1 + noise * (2 * random.nextDouble() - 1);
      walks.add(new Walk(bytes, ns.applyAsDouble(bytes) * factor));
    }
    return walks;
  }

  @ParameterizedTest
  @CsvSource({"256, 0", "256, 0.05", "1024, 0.05", "2048, 0.08"})
  void theEndOfACacheIsFoundInEveryNoise(long kib, double noise) {
    var random = new Random(kib);
    for (int run = 0; run < RUNS; run++) {
      List<Knee> knees = WalkKnees.of(walks(b -> b <= kib << 10 ? 1.2 : 4, noise, random));
      assertThat(knees).containsExactly(new Knee(kib << 10, kib << 11));
    }
  }

  @Test
  void twoCachesHaveTwoAndASizeInBetweenMayBeNeither() {
    LongToDoubleFunction ns = b -> b <= 32 << 10 ? 1 : b <= 512 << 10 ? 2 : b <= 1 << 20 ? 2.7 : 8;
    assertThat(WalkKnees.of(walks(ns, 0.01, new Random(1))))
        .containsExactly(new Knee(32 << 10, 64 << 10), new Knee(512 << 10, 2 << 20));
  }

  /** A constant, a slope, and one size that a neighbour made dear. */
  @ParameterizedTest
  @ValueSource(strings = {"flat", "slope", "steep", "spike"})
  void whatHasNoKneeGetsNoAnswer(String shape) {
    LongToDoubleFunction ns =
        switch (shape) {
          case "flat" -> _ -> 1.5;
          case "slope" -> b -> 1 + 0.06 * Long.numberOfTrailingZeros(b);
          case "steep" -> b -> Math.pow(1.12, Long.numberOfTrailingZeros(b));
          default -> b -> b == 256 << 10 ? 9 : 1.5;
        };
    var random = new Random(5);
    for (int run = 0; run < RUNS; run++) {
      assertThat(WalkKnees.of(walks(ns, 0.05, random))).isEmpty();
    }
  }

  /** Zen 5 in a guest, of 48 KiB and 1 MiB; prefetching hides where L1d ends. */
  @Test
  void aMeasuredWalkShowsItsL2() {
    long[] kib = {12, 24, 48, 96, 192, 256, 512, 1024, 1536, 2048};
    double[] ns = {2.15, 2.01, 1.96, 2.5, 2.48, 2.5, 2.0, 3.1, 4.07, 4.39};
    List<Walk> walks = new ArrayList<>();
    for (int i = 0; i < kib.length; i++) {
      walks.add(new Walk(kib[i] << 10, ns[i]));
    }
    assertThat(WalkKnees.of(walks)).containsExactly(new Knee(512 << 10, 1536 << 10));
  }

  @Test
  void tooFewSizesTellNothing() {
    assertThat(WalkKnees.of(List.of())).isEmpty();
    assertThat(WalkKnees.of(List.of(new Walk(1024, 1), new Walk(2048, 9), new Walk(4096, 9))))
        .isEmpty();
  }

  @Test
  void aKneeIsOfTheCacheThatEndsThere() {
    var knee = new Knee(512 << 10, 2 << 20);
    assertThat(List.of(512L << 10, 1L << 20, 2L << 20)).allMatch(knee::isOf);
    assertThat(knee.isOf(4L << 20)).isFalse();
    assertThat(knee.isOf(256L << 10)).isFalse();
  }
}
