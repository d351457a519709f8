package org.switchlab.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.PassContrast;
import org.switchlab.estimate.PassContrast.Term;
import org.switchlab.sample.SwitchWork;
import org.switchlab.unit.Units;

/** The checks of user-level costs over array size, and beside the kernel's. */
final class UserCostChecks {

  /** The one stride that only rises in the paper. */
  private static final long RISING_BYTES = 16;

  /** The paper's costs settle at up to 2 µs where they are 1.2 µs while flat. */
  private static final double SETTLED = 2 / 1.2;

  private UserCostChecks() {}

  /**
   * CS-2: a user-level switch of the paper's thread library costs more than a kernel-level switch.
   *
   * <p>Compared are the two direct costs of the same passes. The order is the verdict; why it comes
   * out so are the system calls that each switch makes, which are counted.
   */
  static Answer aboveKernel(Claim claim, Evidence evidence) {
    Optional<CostEstimate> user = evidence.direct();
    Optional<CostEstimate> kernel = evidence.companionDirect();
    if (user.isEmpty() || kernel.isEmpty()) {
      return Answer.exact(
          Verdicts.notMeasurable(
              claim,
              "Needs the direct cost of the user-level and of the kernel-level switch from one run:"
                  + " add the point with stride 0"));
    }
    PassContrast userCost = Margins.cost(user.get());
    PassContrast kernelCost = Margins.cost(kernel.get());
    String times =
        "The user-level switch costs %s times the kernel-level one"
            .formatted(Units.digits(Margins.localNs(userCost) / Margins.localNs(kernelCost)));
    return Tested.of(
            claim,
            evidence,
            Margins.step(
                "user-level less kernel-level cost",
                PassContrast.difference(user.get(), kernel.get())),
            times,
            "%s at user level, %s at kernel level"
                .formatted(Intervals.cost(userCost), Intervals.cost(kernelCost)))
        .remarking(mechanism(evidence, user.get(), kernel.get()));
  }

  /** What each of the two asks of the kernel, as far as it was counted. */
  private static String mechanism(Evidence evidence, CostEstimate user, CostEstimate kernel) {
    Optional<SwitchWork> userWork = evidence.workAt(user.point());
    Optional<SwitchWork> kernelWork = evidence.workAt(kernel.point());
    if (userWork.isEmpty() || kernelWork.isEmpty()) {
      return "Why could not be seen: system calls were not counted";
    }
    return "The thread library makes %s system calls a switch, the pipe %s, counted with their messages"
        .formatted(calls(userWork.get()), calls(kernelWork.get()));
  }

  private static String calls(SwitchWork work) {
    return Units.plain(Units.digits(work.systemCallsPerSwitch()));
  }

  /**
   * CS-9: the user-level cost does not depend on the array while it is smaller than twice this
   * machine's L1d (64 KiB on the paper's).
   *
   * <p>Every such size must cost what the smallest does, a twentieth more or less. A fifth would be
   * hard to see in the paper's figure; but then a curve could be flat here and rise by CS-3.
   */
  static Answer flat(Claim claim, Evidence evidence) {
    OptionalLong l1d = evidence.geometry().l1dBytes();
    if (l1d.isEmpty()) {
      return Answer.exact(Verdicts.unknownCache(claim, "L1d"));
    }
    long end = 2 * l1d.getAsLong();
    Curve curve = evidence.curve(stride -> true);
    List<Long> small = curve.upTo(end - 1);
    if (small.size() < 2) {
      return Answer.exact(
          Verdicts.notMeasurable(
              claim, "Needs two sizes below twice L1d (%s)".formatted(Units.bytes(end))));
    }
    long first = small.getFirst();
    List<Question> parts = new ArrayList<>();
    for (long size : small.subList(1, small.size())) {
      parts.add(
          Margins.none(
              "cost at %s less that at %s".formatted(Units.bytes(size), Units.bytes(first)),
              curve.difference(size, first)));
    }
    return Tested.of(
        claim,
        evidence,
        Every.alike("equal to the smallest", parts),
        "Twice L1d is %s; %s".formatted(Units.bytes(end), curve.strides()),
        "%s, %s".formatted(curve.show(first), curve.show(small.getLast())));
  }

  /**
   * CS-10: the user-level cost has its maximum where one array comes to fill this machine's L2 (at
   * 192 or 256 KiB of 256 KiB on the paper's), then settles; stride 16 B only rises.
   *
   * <p>The maximum of the other strides, pooled, may stand at any size that fits L2 and fills more
   * than half of it. "Settles" is read as a ratio: the largest array costs at most as many times
   * the smallest ones as in the paper, where 1.2 µs become 2 µs. "Only rises" is a tendency from
   * half of L2 on.
   */
  static Answer peak(Claim claim, Evidence evidence) {
    OptionalLong l2 = evidence.geometry().l2Bytes();
    if (l2.isEmpty()) {
      return Answer.exact(Verdicts.unknownL2(claim, evidence.geometry()));
    }
    long l2Bytes = l2.getAsLong();
    Curve peaking = evidence.curve(stride -> stride != RISING_BYTES);
    Curve rising = evidence.curve(stride -> stride == RISING_BYTES);
    if (!Peaks.isMeasured(peaking, l2Bytes)) {
      return Answer.exact(
          Verdicts.notMeasurable(
              claim,
              "Needs costs at L2 (%s), at half of it and at twice"
                  .formatted(Units.bytes(l2Bytes))));
    }
    List<Question> parts = new ArrayList<>();
    parts.add(maximum(peaking, l2Bytes));
    parts.add(settles(peaking));
    List<Long> from = rising.above(l2Bytes / 2 - 1);
    if (from.size() > 1) {
      parts.add(Margins.step("rise of stride 16 B around L2", rising.rise(from)));
    }
    return Tested.of(
            claim,
            evidence,
            Every.of(parts),
            "L2 is %s; %s".formatted(Units.bytes(l2Bytes), peaking.strides()),
            "%s, %s, %s"
                .formatted(
                    peaking.show(peaking.smallest()),
                    peaking.show(peaking.fitting(l2Bytes).orElseThrow()),
                    peaking.show(peaking.largest())))
        .remarking(from.size() > 1 ? "" : "Stride 16 B, which only rises, was not measured there");
  }

  private static Question maximum(Curve curve, long l2Bytes) {
    List<Question> places =
        curve.between(l2Bytes / 2, l2Bytes).stream()
            .map(
                at ->
                    (Question)
                        new Every(
                            "maximum at " + Units.bytes(at), Peaks.at(curve, at, l2Bytes), true))
            .toList();
    return Any.of("maximum where an array fills L2", places);
  }

  private static Question settles(Curve curve) {
    List<Term> terms = new ArrayList<>();
    PassContrast flat = curve.at(curve.smallest());
    flat.terms().forEach(term -> terms.add(new Term(term.cost(), SETTLED * term.weight())));
    curve
        .at(curve.largest())
        .terms()
        .forEach(term -> terms.add(new Term(term.cost(), -term.weight())));
    return Trial.above(
        "room below %s times the cost at %s, at %s"
            .formatted(
                Units.digits(SETTLED), Units.bytes(curve.smallest()), Units.bytes(curve.largest())),
        new PassContrast(terms),
        0);
  }
}
