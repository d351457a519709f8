package org.switchlab.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.switchlab.estimate.Student;
import org.switchlab.table.Estimate;

class TwoStageTest {

  private static final double TRUTH = 1_000;
  private static final double PRECISION = 0.02;
  private static final int RUNS = 4_000;

  @Test
  void theHalfWidthFallsWithTheRootOfThePasses() {
    var pilot = new Estimate(100, 90, 110, 0.95);
    assertThat(TwoStage.passes(pilot, 9, 5)).isEqualTo(36);
    assertThat(TwoStage.passes(pilot, 9, 10)).isEqualTo(9);
    assertThat(TwoStage.passes(pilot, 9, 50)).isEqualTo(9);
  }

  @Test
  void noNumberOfPassesMendsAPilotWithoutAnInterval() {
    assertThat(TwoStage.passes(null, 2, 5)).isEqualTo(Integer.MAX_VALUE);
    assertThat(TwoStage.passes(new Estimate(0, -1, 1, 0.95), 9, 0)).isEqualTo(Integer.MAX_VALUE);
  }

  /** Measuring until the interval is narrow has 83 to 88 % here. */
  @Test
  void theEstimateIsAsNearTheTruthAsAskedAsOftenAsTheLevelSays() {
    Random random = new Random(7);
    int holds = 0;
    for (int run = 0; run < RUNS; run++) {
      Estimate cost = twoStage(random);
      double wide = Math.max((cost.high() - cost.low()) / 2, PRECISION * cost.value());
      holds += Math.abs(cost.value() - TRUTH) <= wide ? 1 : 0;
    }
    assertThat((double) holds / RUNS).isBetween(0.945, 0.975);
  }

  private static Estimate twoStage(Random random) {
    double[] pilot = units(random, TwoStage.PILOT_PASSES);
    Estimate first = Student.interval(pilot, 0.95).orElseThrow();
    int passes = TwoStage.passes(first, pilot.length, PRECISION * first.value());
    double[] further = units(random, passes - pilot.length);
    double[] all = DoubleStream.concat(DoubleStream.of(pilot), DoubleStream.of(further)).toArray();
    return Student.interval(all, 0.95).orElseThrow();
  }

  private static double[] units(Random random, int count) {
    return random.doubles(count).map(_ -> TRUTH * (1 + 0.05 * random.nextGaussian())).toArray();
  }
}
