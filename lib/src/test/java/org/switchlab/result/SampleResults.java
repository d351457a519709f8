package org.switchlab.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.switchlab.claim.Outcome;
import org.switchlab.claim.Verdict;
import org.switchlab.estimate.PointEstimate;
import org.switchlab.estimate.PointEstimator;
import org.switchlab.estimate.ReferenceFloor;
import org.switchlab.estimate.RungEstimate;
import org.switchlab.estimate.Stop;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Estimator;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Rungs;
import org.switchlab.sample.Batch;
import org.switchlab.sample.Couple;
import org.switchlab.sample.ProcessSample;
import org.switchlab.sample.Samples;
import org.switchlab.sample.Source;
import org.switchlab.sample.SwitchWork;
import org.switchlab.sample.SystemCalls;
import org.switchlab.sample.Variant;
import org.switchlab.table.Estimate;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Small results made of seeded numbers, for tests of storing and showing. */
public final class SampleResults {

  private static final long ROUNDS = 500;
  private static final long FLOOR_NS = 9_500;

  private SampleResults() {}

  /** A result with two points, one of them without any sample. */
  public static SwitchCostResult small() {
    Point direct = Point.direct("pipe-pair");
    Point unmeasured = new Point("pipe-pair", 32 << 10, 64);
    var protocol =
        new Protocol("test", 0.02, 0.95, 1_000, 1, 4, 3, 1_000_000, 0, Estimator.QUIET_MEDIAN);
    var plan =
        new Plan(
            "kernel-switch", "A title", "Fig. 3", List.of(direct, unmeasured), protocol, 1, 42);
    var samples = new Samples(List.of(process(direct, 0), process(direct, 1)));
    var estimator = new PointEstimator(plan, new ReferenceFloor(FLOOR_NS));
    var frame =
        new Frame(
            Source.MEASURED,
            "2026-01-02T03:04:05Z",
            Machine.published(),
            plan,
            List.of(new Verdict("CS-1", Outcome.REFUTED, "0.62 µs", "2 µs", "because <&> \"so\"")),
            List.of(new Warning(WarningCode.NO_FIFO, "no right to FIFO", "run as root")));
    return new SwitchCostResult(
        frame,
        samples,
        plan.points().stream()
            .map(point -> estimator.estimate(point, samples.at(point), Stop.BUDGET))
            .toList());
  }

  /** A ladder of four rungs, one of them without any sample, one without counted work. */
  public static LadderResult ladder() {
    List<Rung> rungs =
        Stream.of("call", "gthread", "pipe-thread", "pipe-process").map(Rungs::named).toList();
    var plan =
        new Plan(
            "switch-ladder",
            "A title",
            "",
            rungs.stream().map(Rung::point).toList(),
            small().plan().protocol(),
            1,
            42);
    var samples =
        new Samples(
            rungs.stream()
                .skip(1)
                .flatMap(rung -> Stream.of(process(rung.point(), 0), process(rung.point(), 1)))
                .toList());
    var estimator = new PointEstimator(plan, new ReferenceFloor(FLOOR_NS));
    var work =
        new SwitchWork(
            new SystemCalls(Variant.SINGLE, 100, 0, Map.of(), 900L),
            new SystemCalls(Variant.PAIR, 100, 600, Map.of(), null));
    List<RungEstimate> estimates =
        rungs.stream()
            .map(
                rung ->
                    new RungEstimate(
                        rung,
                        estimator.estimate(rung.point(), samples.at(rung.point()), Stop.BUDGET),
                        rung.name().equals("call") ? null : work))
            .toList();
    Frame frame = Frame.begun(Source.MEASURED, "2026-01-02T03:04:05Z", Machine.published(), plan);
    return LadderResult.of(frame, samples, estimates);
  }

  /** A ladder whose rungs cost what {@code costsNs} says, in ns, give or take a hundredth. */
  public static LadderResult ladder(Map<String, Double> costsNs) {
    LadderResult any = ladder();
    List<RungEstimate> rungs =
        costsNs.entrySet().stream()
            .map(cost -> new RungEstimate(Rungs.named(cost.getKey()), exact(cost), null))
            .toList();
    return new LadderResult(any.frame(), any.samples(), rungs, List.of());
  }

  private static PointEstimate exact(Map.Entry<String, Double> cost) {
    double ns = cost.getValue();
    double half = Math.abs(ns) / 100;
    return new PointEstimate(
        Point.direct(cost.getKey()),
        new Estimate(ns, ns - half, ns + half, 0.95),
        null,
        400.0,
        800 + 2 * ns,
        List.of(),
        4,
        80,
        0,
        0.9,
        160_000,
        160_000,
        Stop.PRECISION);
  }

  /** A result of {@code gthread} with a thin {@code pipe-pair} beside it. */
  public static SwitchCostResult withCompanion() {
    List<Point> points = new ArrayList<>(Grid.points("gthread", List.of(4096L), List.of(0L, 64L)));
    points.addAll(Grid.points("pipe-pair", List.of(4096L), List.of(0L, 64L)));
    var plan =
        new Plan("user-switch", "A title", "Fig. 5", points, small().plan().protocol(), 1, 42);
    var samples = new Samples(points.stream().map(point -> process(point, 0)).toList());
    Frame frame = Frame.begun(Source.MEASURED, "2026-01-02T03:04:05Z", Machine.published(), plan);
    var estimator = new PointEstimator(plan, new ReferenceFloor(FLOOR_NS));
    return new SwitchCostResult(
        frame,
        samples,
        points.stream()
            .map(point -> estimator.estimate(point, samples.at(point), Stop.BUDGET))
            .toList());
  }

  static ProcessSample process(Point point, int number) {
    var random = new Random(number);
    List<Couple> couples = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long pairNs = 2_600_000 + random.nextInt(10_000);
      couples.add(
          new Couple(
              i,
              random.nextBoolean(),
              batch(Variant.SINGLE, 300_000 + random.nextInt(1_000), 0),
              batch(Variant.PAIR, pairNs, 2 * ROUNDS)));
    }
    return new ProcessSample(point, number, 1_000 + number, couples);
  }

  private static Batch batch(Variant variant, long durationNs, long switches) {
    return new Batch(
        variant, ROUNDS, durationNs, FLOOR_NS, FLOOR_NS + 20, switches, switches, 0, false);
  }
}
