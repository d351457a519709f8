package org.switchlab.claim;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.switchlab.claim.Verdicts.Answer;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.sample.SwitchWork;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/** The checks of user-level costs over array size, and beside the kernel's. */
final class UserCostChecks {

  private static final double TOLERATED = 0.2;

  /** The one stride that only rises in the paper. */
  private static final long RISING_BYTES = 16;

  private UserCostChecks() {}

  /**
   * CS-2: a user-level switch of the paper's thread library costs more than a kernel-level switch.
   *
   * <p>Compared are the two direct costs of one run. The order is the verdict; why it comes out so
   * are the system calls that each switch makes, which are counted.
   */
  static Verdict aboveKernel(Claim claim, Evidence evidence) {
    Optional<CostEstimate> userPoint = evidence.direct();
    Optional<CostEstimate> kernelPoint = evidence.companionDirect();
    Estimate user = userPoint.map(CostEstimate::switchCostNs).orElse(null);
    Estimate kernel = kernelPoint.map(CostEstimate::switchCostNs).orElse(null);
    if (user == null || kernel == null) {
      return Verdicts.notMeasurable(
          claim,
          "Needs the direct cost of the user-level and of the kernel-level switch from one run: add"
              + " the point with stride 0");
    }
    Outcome outcome = Kleene.above(user, kernel);
    String here =
        "%s at user level, %s at kernel level"
            .formatted(Intervals.time(user), Intervals.time(kernel));
    String why = order(user, kernel, outcome) + mechanism(evidence, userPoint, kernelPoint);
    return Verdicts.of(claim, evidence.source(), outcome, here, why);
  }

  private static String order(Estimate user, Estimate kernel, Outcome outcome) {
    String ratio =
        "The user-level switch costs %s times the kernel-level one"
            .formatted(Units.digits(user.value() / kernel.value()));
    return outcome == Outcome.INCONCLUSIVE
        ? ratio + ", but the intervals overlap; " + Verdicts.NARROW_IT
        : ratio;
  }

  /** What each of the two asks of the kernel, as far as it was counted. */
  private static String mechanism(
      Evidence evidence, Optional<CostEstimate> user, Optional<CostEstimate> kernel) {
    Optional<SwitchWork> userWork = user.flatMap(point -> evidence.workAt(point.point()));
    Optional<SwitchWork> kernelWork = kernel.flatMap(point -> evidence.workAt(point.point()));
    if (userWork.isEmpty() || kernelWork.isEmpty()) {
      return ". Why could not be seen: system calls were not counted";
    }
    return ". The thread library makes %s system calls a switch, the pipe %s, counted with their messages"
        .formatted(calls(userWork.get()), calls(kernelWork.get()));
  }

  private static String calls(SwitchWork work) {
    return Units.plain(Units.digits(work.systemCallsPerSwitch()));
  }

  /**
   * CS-9: the user-level cost does not depend on the array while it is smaller than twice this
   * machine's L1d (64 KiB on the paper's).
   *
   * <p>"Flat" is read as: every such size costs what the smallest does, a fifth more or less. The
   * figure's maxima stand at four times its flat part, so that a fifth is nothing to be seen there.
   */
  static Verdict flat(Claim claim, Evidence evidence) {
    return Verdicts.everyStrideAt(
        claim, evidence, "L1d", evidence.l1dBytes(), UserCostChecks::flatAnswer);
  }

  private static Answer flatAnswer(Curve curve, long l1dBytes) {
    List<Integer> small = curve.between(0, 2 * l1dBytes - 1);
    if (small.size() < 2) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs two sizes below twice L1d (%s)".formatted(Units.bytes(2 * l1dBytes)));
    }
    Estimate smallest = curve.cost(0);
    List<Integer> larger = small.subList(1, small.size());
    Outcome outcome =
        Kleene.allOf(
            larger,
            i -> Kleene.withinMultiples(curve.cost(i), smallest, 1 - TOLERATED, 1 + TOLERATED));
    int furthest =
        larger.stream()
            .max(comparingDouble(i -> Math.abs(curve.cost(i).value() - smallest.value())))
            .orElseThrow();
    String here = curve.show(0) + ", " + curve.show(furthest);
    return new Answer(
        curve.strideBytes(), outcome, here, whyFlat(curve, furthest, outcome, l1dBytes));
  }

  private static String whyFlat(Curve curve, int furthest, Outcome outcome, long l1dBytes) {
    String compared =
        "Below twice L1d (%s) the cost at %s is furthest from that at %s; flat is within %s"
            .formatted(
                Units.bytes(2 * l1dBytes),
                Units.bytes(curve.bytes(furthest)),
                Units.bytes(curve.bytes(0)),
                Units.share(TOLERATED));
    return outcome == Outcome.INCONCLUSIVE
        ? compared + ", which the intervals leave open; " + Verdicts.NARROW_IT
        : compared;
  }

  /**
   * CS-10: the user-level cost has its maximum where one array comes to fill this machine's L2 (at
   * 192 or 256 KiB of 256 KiB on the paper's) and is lower past it; stride 16 B only rises.
   *
   * <p>The maximum must stand at a size that fits L2 and fills more than half of it, above every
   * smaller size and above every size past L2. For stride 16 B each size from half of L2 on must
   * cost more than the one before.
   */
  static Verdict peak(Claim claim, Evidence evidence) {
    return Verdicts.everyStrideAt(
        claim, evidence, "L2", evidence.l2Bytes(), UserCostChecks::peakAnswer);
  }

  private static Answer peakAnswer(Curve curve, long l2Bytes) {
    OptionalInt fitting = curve.fitting(l2Bytes);
    int at = fitting.orElse(-1);
    int last = curve.size() - 1;
    if (at < 1 || at >= last || curve.hasGap(at - 1, at + 1)) {
      return Answer.notMeasurable(
          curve.strideBytes(),
          "Needs estimates at L2 (%s), below and past it, each at most twice the last"
              .formatted(Units.bytes(l2Bytes)));
    }
    boolean rising = curve.strideBytes() == RISING_BYTES;
    List<Integer> window = curve.between(l2Bytes / 2, l2Bytes);
    Outcome outcome = rising ? rises(curve, l2Bytes) : hasPeak(curve, window);
    int shown = curve.highest(window);
    String here = curve.show(shown) + ", " + curve.show(last);
    return new Answer(curve.strideBytes(), outcome, here, whyPeak(curve, rising, outcome, l2Bytes));
  }

  private static Outcome hasPeak(Curve curve, List<Integer> window) {
    List<Integer> others =
        IntStream.range(0, curve.size()).filter(i -> !window.contains(i)).boxed().toList();
    return Kleene.anyOf(window, peak -> Kleene.allOf(others, i -> curve.above(peak, i)));
  }

  private static Outcome rises(Curve curve, long l2Bytes) {
    return Kleene.allOf(
        IntStream.range(1, curve.size()).filter(i -> curve.bytes(i) > l2Bytes / 2).boxed().toList(),
        i -> curve.above(i, i - 1));
  }

  private static String whyPeak(Curve curve, boolean rising, Outcome outcome, long l2Bytes) {
    String expected =
        rising
            ? "Stride %d B should only rise around L2 (%s)"
                .formatted(curve.strideBytes(), Units.bytes(l2Bytes))
            : "The maximum should fill L2 (%s) by more than half, every other size costing less"
                .formatted(Units.bytes(l2Bytes));
    return Verdicts.why(outcome, expected, ", and does", ", and does not", curve.costsNs());
  }
}
