package org.switchlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.switchlab.estimate.CostAnalysis;
import org.switchlab.estimate.CostEstimate;
import org.switchlab.plan.Choices;
import org.switchlab.plan.Efforts;
import org.switchlab.plan.Factor;
import org.switchlab.plan.Rung;
import org.switchlab.plan.Setting;
import org.switchlab.procedure.EffortOptions;
import org.switchlab.procedure.EffortOptions.Extra;
import org.switchlab.procedure.Stamped;
import org.switchlab.procedure.WorkStep;
import org.switchlab.table.Estimate;
import org.switchlab.unit.Units;

/**
 * Fig. 5: the cost of a switch between two user-level threads, by array size and stride.
 *
 * <p>Varies what Fig. 3 varies, on a thread library as the paper had it. Reads: where the curve is
 * flat and where it rises, as in Fig. 3. The kernel-level switch is measured thinly in the same
 * run, so that their order (CS-2) does not hang on two runs' conditions.
 */
public final class UserSwitchCost {

  private static final long LINE_BYTES = 64;

  /** Whose switch it is, as the runner names it: the library's, or the kernel's beside it. */
  private static final Factor SUBJECT =
      Factor.choice("subject", List.of(Rung.GTHREAD, KernelSwitchCost.SUBJECT)).notSettable();

  private static final EffortOptions EFFORT =
      new EffortOptions(
          Efforts.usual(), Efforts.quick(), Extra.PAPER, Extra.VERDICTS, Extra.ROUNDS);

  /** As data. */
  public static final Experiment<SwitchCosts> EXPERIMENT =
      Experiment.experiment("user-switch")
          .alias("fig5")
          .title("User-level context switch by array size and stride")
          .summary(
              "Fig. 5: cost of a switch between two user-level threads by array size and stride")
          .redraws("Fig. 5")
          .vary(SUBJECT, Walks.SIZES, Walks.STRIDES)
          .settings(UserSwitchCost::settings)
          .by(new Stamped(EFFORT, Rung.GTHREAD).then(new WorkStep(UserSwitchCost::counted)))
          .estimate(new CostAnalysis())
          .as(SwitchCosts::new)
          .reading(SwitchCosts::in)
          .show(CostFigure::of)
          .also("parts", SwitchCosts::partsFigure)
          .tables(KernelSwitchCost::tables)
          .headline(KernelSwitchCost::headline)
          .notes(UserSwitchCost::beside)
          .claim("CS-2", SwitchCosts.check())
          .claim("CS-9", SwitchCosts.check())
          .claim("CS-10", SwitchCosts.check())
          .claim("CS-22", SwitchCosts.check());

  private UserSwitchCost() {}

  private static List<Setting> settings(Choices choices) {
    List<Long> sizes = choices.wholes(Walks.SIZES.name());
    List<Long> strides = choices.wholes(Walks.STRIDES.name());
    List<Setting> settings = new ArrayList<>(of(Rung.GTHREAD, sizes, strides));
    settings.addAll(of(KernelSwitchCost.SUBJECT, sizes, thinned(strides)));
    return settings;
  }

  private static List<Setting> of(String subject, List<Long> sizes, List<Long> strides) {
    return Walks.settings(SUBJECT.name(), subject, sizes, strides);
  }

  /** The direct cost and one curve: a stride of one cache line if that is asked for. */
  private static List<Long> thinned(List<Long> strides) {
    List<Long> walked = strides.stream().filter(stride -> stride > 0).toList();
    if (walked.isEmpty()) {
      return List.of(0L);
    }
    return List.of(0L, walked.contains(LINE_BYTES) ? LINE_BYTES : walked.getFirst());
  }

  /** What is compared is the switch without an array, so that alone is counted. */
  static Optional<String> counted(Setting setting) {
    return setting.whole(Walks.STRIDES.name()) == 0
        ? Optional.of(setting.text(SUBJECT.name()))
        : Optional.empty();
  }

  private static List<String> beside(SwitchCosts result) {
    return result.companion().stream()
        .filter(other -> other.point().isDirect() && other.switchCostNs() != null)
        .map(UserSwitchCost::sentence)
        .toList();
  }

  private static String sentence(CostEstimate other) {
    Estimate cost = Objects.requireNonNull(other.switchCostNs());
    return "Beside it in the same run, %s: %s"
        .formatted(
            other.setting().text(SUBJECT.name()),
            Units.interval(cost.value(), cost.low(), cost.high()));
  }
}
