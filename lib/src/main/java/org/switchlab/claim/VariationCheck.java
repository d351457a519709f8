package org.switchlab.claim;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.estimate.Student;
import org.switchlab.unit.Units;

/** The check of how much costs vary over the array size. */
final class VariationCheck {

  private static final double SHOWN_LEVEL = 0.95;

  private VariationCheck() {}

  /**
   * CS-22: the user-level cost varies less with the array than the kernel-level cost.
   *
   * <p>Compared is the range over the same sizes at the stride that both were measured at, in ns:
   * the highest cost less the lowest, at the sizes that other passes find so ({@link PassCosts}),
   * or the noisier of the two would seem to vary more.
   */
  static Answer lessAtUserLevel(Claim claim, Evidence evidence) {
    Curve kernel = evidence.companionCurve();
    Curve user = evidence.curve(stride -> kernel.stridesBytes().contains(stride));
    List<Long> sizes = kernel.points().keySet().stream().filter(user::has).toList();
    boolean oneStride = kernel.stridesBytes().size() == 1 && user.stridesBytes().size() == 1;
    if (sizes.size() < 2 || !oneStride) {
      return Answer.exact(
          Verdicts.notMeasurable(
              claim,
              "Needs user-level and kernel-level costs of one run at two sizes of the array, at the"
                  + " same stride"));
    }
    List<CostEstimate> kernelCosts = sizes.stream().map(kernel::cost).toList();
    List<CostEstimate> userCosts = sizes.stream().map(user::cost).toList();
    double[] kernelNs = rangesNs(PassCosts.of(kernelCosts, userCosts));
    double[] userNs = rangesNs(PassCosts.of(userCosts, kernelCosts));
    Question question =
        Trial.of(
            "kernel-level range less user-level range",
            IntStream.range(0, userNs.length).mapToDouble(i -> kernelNs[i] - userNs[i]).toArray(),
            Margins.STEP * Margins.localNs(kernel.mean(sizes)),
            0,
            Stream.concat(kernelCosts.stream(), userCosts.stream())
                .map(CostEstimate::setting)
                .collect(Collectors.toUnmodifiableSet()));
    return Tested.of(
        claim,
        evidence,
        question,
        "Range over %d sizes from %s to %s, which a third of the passes finds and the others test; %s"
            .formatted(
                sizes.size(),
                Units.bytes(sizes.getFirst()),
                Units.bytes(sizes.getLast()),
                kernel.strides()),
        "kernel-level range %s, user-level range %s".formatted(show(kernelNs), show(userNs)));
  }

  private static String show(double[] rangesNs) {
    return Student.interval(rangesNs, SHOWN_LEVEL).map(Intervals::time).orElse("no interval");
  }

  /** One range a pass, in ns. */
  private static double[] rangesNs(PassCosts costs) {
    return costs.difference(costs.highest(), costs.lowest());
  }
}
