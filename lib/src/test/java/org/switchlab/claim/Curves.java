package org.switchlab.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassCost;
import org.switchlab.estimate.Stop;
import org.switchlab.estimate.Student;
import org.switchlab.plan.Point;
import org.switchlab.table.Estimate;

/**
 * Evidence made by hand: curves over 1 KiB, 2 KiB, 4 KiB … of a machine with 32 KiB and 256 KiB,
 * each cost measured by passes whose noise is known and adds up to nothing.
 */
final class Curves {

  static final long L1D_BYTES = 32 << 10;
  static final long L2_BYTES = 256 << 10;

  /** Passes of a run of a minute. */
  static final int PASSES = 20;

  /** Noise as a share of the cost that leaves every shape below easy to tell. */
  static final double QUIET = 0.005;

  static final long[] STRIDES = {8, 16, 32, 64, 128, 256};

  /** Fig. 3's shape in µs: a peak at 32 KiB, a higher one at 256 KiB, then lower. */
  static final double[] PUBLISHED_US = {.7, .75, .8, .9, 1.1, 1.5, 1.2, 2, 3, 1.6, 1.5};

  /** The same, but rising past 256 KiB. */
  static final double[] RISING_US = {.7, .75, .8, .9, 1.1, 1.5, 1.2, 2, 3, 3.5, 4};

  /** Fig. 5's shape in µs: flat, high at 256 KiB, lower past it. */
  static final double[] USER_PEAKED_US = {1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3, 2, 4.5, 1.5, 1.4};

  /** Its one stride that only rises. */
  static final double[] USER_RISING_US = {1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.3, 1.4, 1.6, 2, 3};

  private Curves() {}

  /** Points at one stride with a noise of this share of each cost. */
  static List<CostEstimate> curve(long strideBytes, double noise, double... costsUs) {
    List<CostEstimate> points = new ArrayList<>();
    for (int i = 0; i < costsUs.length; i++) {
      points.add(point(1024L << i, strideBytes, costsUs[i], noise));
    }
    return points;
  }

  static CostEstimate point(long arrayBytes, long strideBytes, double costUs, double noise) {
    return point(new Point("pipe-pair", arrayBytes, strideBytes), costUs, noise, PASSES);
  }

  /** What noise follows from: controlled layouts have that of the usual one. */
  private record Place(String subject, long arrayBytes, long strideBytes, long pageBytes) {
    static Place of(Point at) {
      return new Place(at.subject(), at.arrayBytes(), at.strideBytes(), at.pageBytes());
    }
  }

  /** The quantiles of a normal distribution in an order that follows from the point. */
  static CostEstimate point(Point point, double costUs, double noise, int passes) {
    var normal = NormalDistribution.of(0, 1);
    List<Double> noises =
        new ArrayList<>(
            IntStream.range(0, passes)
                .mapToObj(i -> normal.inverseCumulativeProbability((i + 0.5) / passes))
                .toList());
    Collections.shuffle(noises, new Random(Objects.hash(Place.of(point))));
    return measured(
        point, noises.stream().mapToDouble(z -> 1e3 * costUs * (1 + noise * z)).toArray());
  }

  /** A point whose passes measured these costs, in ns. */
  static CostEstimate measured(Point point, double... costsNs) {
    List<PassCost> passes =
        IntStream.range(0, costsNs.length)
            .mapToObj(i -> new PassCost(i, costsNs[i], costsNs[i], null, null))
            .toList();
    return counted(point, passes, 1000, 0, 0);
  }

  /** A point of so many samples, some of them off, and switches beyond those expected. */
  static CostEstimate counted(
      Point point, List<PassCost> passes, int samples, int rejected, long switchesTooMany) {
    double[] costsNs = passes.stream().mapToDouble(PassCost::costNs).toArray();
    Estimate cost = Student.interval(costsNs, 0.95).orElse(null);
    long expected = 200L * (samples + rejected);
    return new CostEstimate(
        point.setting(),
        cost,
        cost,
        null,
        null,
        400.0,
        2_000.0,
        passes,
        samples,
        rejected,
        expected,
        expected + switchesTooMany,
        Stop.BUDGET);
  }

  /** The same costs, each pass changed by what a random number gives. */
  static CostEstimate noisier(CostEstimate point, double sdNs, Random random) {
    return measured(
        point.point(),
        point.passes().stream()
            .mapToDouble(pass -> pass.costNs() + sdNs * random.nextGaussian())
            .toArray());
  }

  /** The same costs, all higher by so much. */
  static CostEstimate shifted(CostEstimate point, double byNs) {
    return measured(
        point.point(), DoubleStream.of(costsNs(point)).map(cost -> cost + byNs).toArray());
  }

  private static double[] costsNs(CostEstimate point) {
    return point.passes().stream().mapToDouble(PassCost::costNs).toArray();
  }

  /** The paper's figure at every stride, stride 64 B highest at 256 KiB. */
  static List<CostEstimate> published(double noise) {
    List<CostEstimate> points = new ArrayList<>();
    points.add(point(0, 0, 0.62, noise));
    for (long stride : STRIDES) {
      double[] costsUs = (stride <= 16 ? RISING_US : PUBLISHED_US).clone();
      costsUs[8] = stride == 64 ? 5 : 3;
      points.addAll(curve(stride, noise, costsUs));
    }
    return points;
  }

  /** The paper's user-level figure at every stride. */
  static List<CostEstimate> publishedUser(double noise) {
    List<CostEstimate> points = new ArrayList<>();
    points.add(point(0, 0, 1.18, noise));
    for (long stride : STRIDES) {
      points.addAll(curve(stride, noise, stride == 16 ? USER_RISING_US : USER_PEAKED_US));
    }
    return points;
  }

  static Evidence evidence(List<CostEstimate> points) {
    return evidence(points, L1D_BYTES, L2_BYTES);
  }

  static Evidence evidence(List<CostEstimate> points, long l1dBytes, long l2Bytes) {
    return new Evidence(points, geometry(l1dBytes, l2Bytes), "measured");
  }

  static Evidence.Geometry geometry(long l1dBytes, long l2Bytes) {
    return new Evidence.Geometry(
        OptionalLong.of(l1dBytes),
        OptionalLong.of(l2Bytes),
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  /** A claim judged alone. */
  static Verdict judge(String id, Evidence evidence) {
    return judge(evidence, id).getFirst();
  }

  /** Claims judged together. */
  static List<Verdict> judge(Evidence evidence, String... ids) {
    return new Judging(0.05).verdicts(answers(evidence, ids));
  }

  static List<Answer> answers(Evidence evidence, String... ids) {
    List<Answer> answers = new ArrayList<>();
    for (String id : ids) {
      Claim claim = Claim.find(id).orElseThrow();
      answers.add(Checks.ofCosts(Objects.requireNonNull(claim.check())).answer(claim, evidence));
    }
    return answers;
  }
}
