package org.switchlab.experiment;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.switchlab.claim.Claims;
import org.switchlab.claim.PeakByTlb;
import org.switchlab.claim.Verdict;
import org.switchlab.counter.CounterException;
import org.switchlab.counter.MissesPerSwitch;
import org.switchlab.machine.Machine;
import org.switchlab.plan.Grid;
import org.switchlab.plan.Plan;
import org.switchlab.plan.Point;
import org.switchlab.plan.Protocol;
import org.switchlab.plan.Protocols;
import org.switchlab.result.Frame;
import org.switchlab.result.PeakOriginResult;
import org.switchlab.result.SwitchCostResult;
import org.switchlab.sample.Source;
import org.switchlab.sampling.Sampled;
import org.switchlab.warning.Warning;
import org.switchlab.warning.WarningCode;

/** Walks arrays around the L2 size on ordinary and on huge pages, with {@link PeakOrigin}. */
public final class PeakOriginExperiment extends Experiment<PeakOriginExperiment> {

  static final String SUBJECT = "pipe-pair";

  /** Where the paper's peak is highest. */
  static final long STRIDE_BYTES = 64;

  private static final long USUAL_L2_BYTES = 1L << 20;

  private Protocol protocol = Protocols.adaptive().withPrecision(0.05);
  private @Nullable List<Long> sizesBytes;

  PeakOriginExperiment(Definition definition) {
    super(definition);
  }

  @Override
  PeakOriginExperiment self() {
    return this;
  }

  @Override
  public PeakOriginExperiment sizesBytes(long... values) {
    if (values.length < 2) {
      throw new IllegalArgumentException(
          "%d array sizes; a rise needs two or more, such as 64 KiB and the L2 size"
              .formatted(values.length));
    }
    sizesBytes = Arrays.stream(values).sorted().boxed().toList();
    return this;
  }

  @Override
  public PeakOriginExperiment precision(double share) {
    protocol = protocol.withPrecision(share);
    return this;
  }

  @Override
  public PeakOriginExperiment budget(Duration longest) {
    protocol = protocol.withBudgetMs(longest.toMillis());
    return this;
  }

  @Override
  public PeakOriginExperiment quick() {
    protocol = protocol.withPrecision(0.1).withBudgetMs(8_000);
    return this;
  }

  @Override
  Plan plan(Machine machine) {
    List<Point> ordinary = Grid.points(SUBJECT, sizes(machine), List.of(STRIDE_BYTES));
    List<Point> both =
        ordinary.stream()
            .flatMap(point -> Stream.of(point, point.onPages(Point.HUGE_PAGE_BYTES)))
            .toList();
    return new Plan(
        definition().name(),
        definition().title(),
        definition().figure(),
        both,
        protocol,
        cpuOn(machine),
        seedOrDrawn());
  }

  /**
   * From where both arrays lie well inside L2 up to where either fits and both do not. Further up
   * the flow without switches misses as well, and the difference says nothing of the cause.
   */
  private List<Long> sizes(Machine machine) {
    if (sizesBytes != null) {
      return sizesBytes;
    }
    long l2 = machine.cacheBytes(2).orElse(USUAL_L2_BYTES);
    return List.of(l2 / 16, l2 / 8, l2 / 4, l2 / 8 * 3, l2 / 2, l2 / 8 * 5, l2 / 4 * 3);
  }

  @Override
  PeakOriginResult run(Machine machine, Plan plan) {
    Frame begun = Frame.begun(Source.MEASURED, SwitchCostRun.now(), machine, plan);
    Recording recording = new Recording(folder(), PeakOriginResult.KIND, begun);
    Sampled sampled =
        new Measurement(machine, plan)
            .run(
                sample -> recording.append(SwitchCostResult.SAMPLES, SwitchCostResult.rows(sample)),
                listener());
    Frame measured = begun.withWarnings(sampled.warnings());
    var result = new PeakOriginResult(measured, sampled.samples(), sampled.estimates(), List.of());
    result = sampled.interrupted() ? result : withCauses(result);
    result = result.withFrame(result.frame().withVerdicts(verdicts(result)));
    return result.withFrame(recording.finish(result));
  }

  /** Without an emulator the measured answer stands alone, and says so. */
  private PeakOriginResult withCauses(PeakOriginResult result) {
    try {
      List<MissesPerSwitch> causes =
          new PeakCauses(result.plan().seed(), listener())
              .emulated(result.machine(), result.plan().points());
      return new PeakOriginResult(result.frame(), result.samples(), result.estimates(), causes);
    } catch (CounterException e) {
      var missing =
          new Warning(
              WarningCode.NO_EMULATOR,
              "the misses behind the costs could not be emulated: " + e.getMessage(),
              "");
      return result.withFrame(result.frame().withWarnings(List.of(missing)));
    }
  }

  private List<Verdict> verdicts(PeakOriginResult result) {
    boolean granted = !result.has(WarningCode.NO_HUGE_PAGES);
    return definition().claimIds().stream()
        .flatMap(id -> Claims.find(id).stream())
        .map(claim -> PeakByTlb.judge(claim, result.contrast(), result.tlbPartNs(), granted))
        .toList();
  }

  /** As {@link Experiment#run()}. */
  @Override
  public PeakOriginResult run() {
    return (PeakOriginResult) super.run();
  }
}
